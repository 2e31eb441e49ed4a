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

package com.googlesource.gerrit.plugins.eventletguard.review;

import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a comment, which says what it is about. It is written for people and read back
 * by us, so that a change's threads need no record elsewhere.
 */
public final class Heading {
  private static final Pattern LINE = Pattern.compile("(EVT\\d{3}) \\(\\w+\\) .*`[^`]+`.*");

  private Heading() {}

  /** The first line of the comment on a finding, in which its symbol stands once. */
  static String line(Finding finding) {
    String symbol = finding.usage().symbol();
    String title = finding.rule().title();
    String code = Markdown.code(symbol);
    String named =
        title.replaceFirst(
            "(?<![\\w.])%s(?![\\w.])".formatted(Pattern.quote(symbol)),
            Matcher.quoteReplacement(code));
    return "%s (%s) %s"
        .formatted(
            finding.rule().id(),
            finding.severity().word(),
            named.equals(title) ? title + ": " + code : named);
  }

  /**
   * The id of the rule that a comment speaks about.
   *
   * @return empty when it does not start with a heading
   */
  public static Optional<String> ruleId(String message) {
    Matcher line = LINE.matcher(message.lines().findFirst().orElse(""));
    return line.matches() ? Optional.of(line.group(1)) : Optional.empty();
  }
}
