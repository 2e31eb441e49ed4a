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

package com.googlesource.gerrit.plugins.eventletguard.fix;

import com.googlesource.gerrit.plugins.eventletguard.rules.OptionSymbol;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What of an option goes away: all of it, or the part of its value that is about Eventlet. */
final class OptionText {
  private static final String LEVELS = "default_log_levels";
  private static final String LOGGER = "eventlet.wsgi";
  private static final String URL = "backend_url";

  /** A parameter of an address with the sign before it, or after it when it is the first. */
  private static final Pattern HANDLER =
      Pattern.compile("&handler=eventlet(?=&|$)|(?<=\\?)handler=eventlet&|\\?handler=eventlet$");

  private OptionText() {}

  /** The name of an option without its section and value. */
  static String name(Finding finding) {
    return OptionSymbol.parse(finding.usage().symbol()).name();
  }

  /** Whether only a part of the value has to go. */
  static boolean isPartial(Finding finding) {
    String name = name(finding);
    return finding.usage().symbol().contains("=") && (name.equals(LEVELS) || name.equals(URL));
  }

  /**
   * The value without the part that is about Eventlet.
   *
   * @return empty when nothing would be left, or there is no such part
   */
  static Optional<String> rest(Finding finding, String value) {
    String rest = name(finding).equals(LEVELS) ? otherLevels(value) : otherParameters(value);
    return Optional.of(rest).filter(text -> !text.isBlank() && !text.equals(value));
  }

  private static String otherLevels(String value) {
    return Arrays.stream(value.split(",", -1))
        .filter(level -> !level.strip().startsWith(LOGGER))
        .collect(Collectors.joining(","))
        .strip();
  }

  private static String otherParameters(String value) {
    Matcher handler = HANDLER.matcher(value);
    return handler.find() ? handler.replaceFirst("") : value;
  }
}
