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

package com.googlesource.gerrit.plugins.eventletguard.rules;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A release of a library or service, in which something changed.
 *
 * @param library its name, such as {@code oslo.messaging}
 * @param version its number, such as {@code 18.0.0}
 * @param series the OpenStack series it belongs to, such as {@code 2026.2}
 */
public record Release(String library, String version, String series) {
  private static final java.util.regex.Pattern FORM =
      java.util.regex.Pattern.compile(
          "(?<library>[A-Za-z][\\w.-]*) (?<version>\\d++(?:\\.\\d++)++)"
              + " \\((?<series>\\d{4}\\.[12])\\)");

  public Release {
    requireNonNull(library, "library");
    requireNonNull(version, "version");
    requireNonNull(series, "series");
  }

  /**
   * Reads the form that rules are written in: {@code oslo.messaging 18.0.0 (2026.2)}.
   *
   * @return empty when the text has another form
   */
  static Optional<Release> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Release(
                matcher.group("library"), matcher.group("version"), matcher.group("series")))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "%s %s (%s)".formatted(library, version, series);
  }
}
