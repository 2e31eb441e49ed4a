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

package com.googlesource.gerrit.plugins.eventletguard.scan.packaging;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dependency specifier as the Python packaging specifications define it: a name, extras in
 * brackets, and what follows them (versions, an address, a marker), which does not matter here.
 *
 * @param name normalised
 * @param extras normalised, in their order
 */
record Requirement(String name, List<String> extras) {
  private static final String IDENTIFIER = "[A-Za-z0-9](?:[A-Za-z0-9._-]*+(?<![._-]))?+";

  /** What follows the name and the extras begins like this, or there is nothing. */
  private static final String FOLLOWING = "(?=\\s*(?:$|[<>=!~;@(])|\\s+--)";

  private static final Pattern SPECIFIER =
      Pattern.compile(
          "(?<name>" + IDENTIFIER + ")\\s*+(?:\\[(?<extras>[A-Za-z0-9._,\\s-]*+)])?" + FOLLOWING);

  private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

  Requirement {
    extras = List.copyOf(extras);
  }

  /** Reads a specifier that starts at the first character of a text. */
  static Optional<Requirement> parse(CharSequence text) {
    Matcher matcher = SPECIFIER.matcher(text);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String extras = matcher.group("extras");
    return Optional.of(of(matcher.group("name"), extras == null ? "" : extras));
  }

  /**
   * A requirement from its parts as written.
   *
   * @param extras separated by commas
   */
  static Requirement of(String name, String extras) {
    return new Requirement(
        normalised(name),
        Arrays.stream(extras.split(","))
            .map(String::strip)
            .filter(extra -> !extra.isEmpty())
            .map(Requirement::normalised)
            .toList());
  }

  /** The one form of a name that is written in several ways (PEP 503, PEP 685). */
  static String normalised(String name) {
    return SEPARATORS.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
  }
}
