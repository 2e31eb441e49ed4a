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

import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Marks;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Comments that silence findings.
 *
 * <p>{@code # noqa: EVT110} in Python silences the rules whose ids start with one of its codes, and
 * codes of other checkers those that say the same. {@code # noqa} without codes silences every
 * finding but monkey patching: such lines carry it for the order of imports. {@code eventlet-guard:
 * ignore[EVT110] reason} does it in any kind of file, and names the reason.
 */
final class Suppressions {
  /** The syntax of flake8, which ruff shares. */
  private static final Pattern NOQA =
      Pattern.compile(
          "#\\s*+noqa(?<codes>\\s*+:\\s*+[A-Z]++[0-9]++(?:[\\s,]++[A-Z]++[0-9]++)*+)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OWN =
      Pattern.compile(
          Pattern.quote(Marks.OWN)
              + "\\s*+ignore\\s*+\\[(?<codes>[^\\[\\]]*+)\\]\\s*+(?<reason>.*)",
          Pattern.CASE_INSENSITIVE);

  /** How a comment that does not end with its line ends. */
  private static final Pattern CLOSING = Pattern.compile("(?<!\\s)\\s*+(?:-?#\\}|-->|\\*/)\\s*+$");

  private Suppressions() {}

  /** The sentence that says which comment silences a finding. */
  static Optional<String> find(Finding finding) {
    return finding.usage().surroundings().marks().stream()
        .flatMap(mark -> own(mark, finding).or(() -> noqa(mark, finding)).stream())
        .findFirst();
  }

  private static Optional<String> own(String mark, Finding finding) {
    Matcher comment = OWN.matcher(CLOSING.matcher(mark).replaceFirst(""));
    if (!comment.find() || codes(comment.group("codes")).noneMatch(code -> names(code, finding))) {
      return Optional.empty();
    }
    String reason = comment.group("reason").strip();
    return Optional.of(
        reason.isEmpty()
            ? "A comment ignores %s, without a reason.".formatted(finding.rule().id())
            : "A comment ignores %s: %s".formatted(finding.rule().id(), reason));
  }

  private static Optional<String> noqa(String mark, Finding finding) {
    Matcher comment = NOQA.matcher(mark);
    while (comment.find()) {
      String codes = comment.group("codes");
      if (codes == null) {
        if (!Symbols.isMonkeyPatching(finding)) {
          return Optional.of("A comment `noqa` silences the line.");
        }
      } else {
        Optional<String> code = codes(codes).filter(one -> silences(one, finding)).findFirst();
        if (code.isPresent()) {
          return Optional.of("A comment `noqa: %s` silences it.".formatted(code.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean silences(String code, Finding finding) {
    return names(code, finding) || ForeignCodes.cover(code, finding.usage());
  }

  private static boolean names(String code, Finding finding) {
    // As flake8 takes codes: EVT1 stands for all that start so.
    return code.length() > "EVT".length() && finding.rule().id().startsWith(code);
  }

  private static Stream<String> codes(String list) {
    return Arrays.stream(list.split("[^A-Za-z0-9]+"))
        .filter(code -> !code.isEmpty())
        .map(code -> code.toUpperCase(Locale.ROOT));
  }
}
