// Copyright (C) 2026 The Eventlet Guard Authors
//
// Licensed under the Apache License, Version 2.0 (the "License");
// you may not use this file except in compliance with the License.
// You may obtain a copy of the License at
//
// http://www.apache.org/licenses/LICENSE-2.0
//
// Unless required by applicable law or agreed to in writing, software
// distributed under the License is distributed on an "AS IS" BASIS,
// WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
// See the License for the specific language governing permissions and
// limitations under the License.
package com.googlesource.gerrit.plugins.eventletguard.policy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.revwalk.FooterKey;
import org.eclipse.jgit.revwalk.FooterLine;

/**
 * The line {@code Eventlet-Guard: skip REASON} among the last lines of a commit message, with which
 * an author answers for what the commit introduces.
 */
public final class SkipFooter {
  /** The key of the line. */
  private static final FooterKey KEY = new FooterKey("Eventlet-Guard");

  private static final Pattern VALUE =
      Pattern.compile("skip\\b[\\s:,.-]*+(?<reason>.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final String WITHOUT_REASON = "(no reason given)";

  private SkipFooter() {}

  /**
   * The reason that a commit message gives for skipping the check.
   *
   * @param message the whole message
   * @return empty when it does not ask for that; never an empty text
   */
  public static Optional<String> reason(String message) {
    return FooterLine.fromMessage(message).stream()
        .filter(footer -> footer.matches(KEY))
        .map(footer -> VALUE.matcher(footer.getValue().strip()))
        .filter(Matcher::matches)
        .map(value -> value.group("reason").strip())
        .map(reason -> reason.isEmpty() ? WITHOUT_REASON : reason)
        .findFirst();
  }
}
