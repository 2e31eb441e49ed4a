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

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a comment is about, as its first line says it. It is written for people and read back by us,
 * so that a change's threads need no record elsewhere.
 *
 * @param ruleId such as {@code EVT110}
 * @param symbol as {@link Markdown#codeText} shows it
 */
public record Heading(String ruleId, String symbol) {
  private static final Pattern LINE = Pattern.compile("(EVT\\d{3}) \\(\\w+\\) .*: `([^`]+)`");

  public Heading {
    requireNonNull(ruleId, "ruleId");
    requireNonNull(symbol, "symbol");
  }

  static Heading of(Finding finding) {
    return new Heading(finding.rule().id(), Markdown.codeText(finding.usage().symbol()));
  }

  /** The first line of the comment on a finding. */
  static String line(Finding finding) {
    Heading heading = of(finding);
    return "%s (%s) %s: `%s`"
        .formatted(
            heading.ruleId(), finding.severity().word(), finding.rule().title(), heading.symbol());
  }

  /**
   * Reads the heading of a comment.
   *
   * @return empty when the comment does not start with one
   */
  public static Optional<Heading> parse(String message) {
    Matcher line = LINE.matcher(message.lines().findFirst().orElse(""));
    return line.matches()
        ? Optional.of(new Heading(line.group(1), line.group(2)))
        : Optional.empty();
  }
}
