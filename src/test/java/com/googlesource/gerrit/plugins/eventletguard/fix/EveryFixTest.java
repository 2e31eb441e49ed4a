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

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.googlesource.gerrit.plugins.eventletguard.policy.Stage;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every fix, tried on files put together at random: applied alone or with the
 * others, it leaves a file that parses, takes its finding away, and changes nothing else.
 */
class EveryFixTest {
  private static final int FILES = 240;

  static Stream<SourceFile> files() {
    return AnyFixable.files(20261124, FILES).stream();
  }

  @Test
  void manyOfTheFilesHaveAFix() {
    assertThat(files().filter(EveryFixTest::hasFix).count()).isAtLeast(FILES / 3);
  }

  /** Requirements go only from a branch that no longer runs on Eventlet. */
  private static FixedText onItsBranch(SourceFile file) {
    return FixedText.of(
        file, "2026.2", file.path().endsWith(".py") ? Stage.EVENTLET : Stage.REMOVED);
  }

  private static boolean hasFix(SourceFile file) {
    return !onItsBranch(file).all().equals(text(file));
  }

  @ParameterizedTest
  @MethodSource("files")
  void fixTakesItsFindingAwayAndNothingElse(SourceFile file) throws Exception {
    FixedText fixed = onItsBranch(file);
    for (Finding finding : fixed.fixable()) {
      SourceFile after = fixed.applied(finding);

      AnyFixable.assertOnlyGone(file, after, finding);
      Fix fix = fixed.fixes().of(finding).orElseThrow();
      assertOnlyReplacedLinesDiffer(file, after, fix);
      assertThat(withLines(file, fix).stripTrailing()).isEqualTo(text(after).stripTrailing());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void fixesHoldTogether(SourceFile file) throws Exception {
    FixedText fixed = onItsBranch(file);
    SourceFile after = FixedText.file(file.path(), fixed.all());

    AnyFixable.assertParses(after);
    assertWithMessage(text(after)).that(onItsBranch(after).fixable()).isEmpty();
    if (text(file).contains("\r\n")) {
      assertThat(text(after).replace("\r\n", "")).doesNotContain("\n");
    }
  }

  /** Every line that no replacement touches is there, in its order. */
  private static void assertOnlyReplacedLinesDiffer(SourceFile before, SourceFile after, Fix fix) {
    List<String> untouched = new ArrayList<>();
    String[] lines = text(before).split("\n", -1);
    for (int i = 1; i <= lines.length; i++) {
      int line = i;
      boolean touched =
          fix.replacements().stream()
              .map(Replacement::range)
              .anyMatch(
                  range ->
                      range.startLine() <= line
                          && (range.endLine() > line
                              || (range.endLine() == line && range.endCharacter() > 0)));
      if (!touched) {
        untouched.add(lines[i - 1]);
      }
    }
    assertThat(List.of(text(after).split("\n", -1))).containsAtLeastElementsIn(untouched).inOrder();
  }

  /** What its changed lines make of a file. */
  private static String withLines(SourceFile file, Fix fix) {
    List<String> lines = new ArrayList<>(List.of(text(file).split("\n", -1)));
    for (ChangedLines changed : fix.lines().reversed()) {
      List<String> replaced =
          lines.subList(changed.first() - 1, changed.first() - 1 + changed.before().size());
      assertThat(replaced).containsExactlyElementsIn(changed.before()).inOrder();
      replaced.clear();
      replaced.addAll(changed.after());
    }
    return String.join("\n", lines);
  }

  private static String text(SourceFile file) {
    return new String(file.content(), StandardCharsets.UTF_8);
  }
}
