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
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.PythonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;

/**
 * What holds for every fix, tried on files put together at random: applied alone or with the
 * others, it leaves a file that parses, takes its finding away, and changes nothing else.
 */
class EveryFixTest {
  private static final int FILES = 240;

  static Stream<SourceFile> files() {
    Random random = new Random(20261124);
    List<SourceFile> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      files.add(
          switch (i % 4) {
            case 0, 1 ->
                FixedText.file("stratus/a%d.py".formatted(i), new RandomPython(random).text());
            case 2 -> FixedText.file("etc/a%d.conf".formatted(i), RandomConfiguration.ini(random));
            default ->
                FixedText.file("vars/a%d.yaml".formatted(i), RandomConfiguration.yaml(random));
          });
    }
    return files.stream();
  }

  @Test
  void manyOfTheFilesHaveAFix() {
    assertThat(files().filter(EveryFixTest::hasFix).count()).isAtLeast(FILES / 3);
  }

  private static boolean hasFix(SourceFile file) {
    return !FixedText.of(file, "2026.2", Stage.EVENTLET).all().equals(text(file));
  }

  @ParameterizedTest
  @MethodSource("files")
  void fixTakesItsFindingAwayAndNothingElse(SourceFile file) throws Exception {
    FixedText fixed = FixedText.of(file, "2026.2", Stage.EVENTLET);
    for (Finding finding : fixed.fixable()) {
      SourceFile after = fixed.applied(finding);

      assertParses(after);
      List<String> expected = described(fixed.findings());
      expected.remove(described(finding));
      List<String> left = described(FixedText.scan(after));
      assertWithMessage(text(after)).that(expected).containsAtLeastElementsIn(left);
      assertWithMessage(text(after))
          .that(withoutImports(expected))
          .containsExactlyElementsIn(withoutImports(left));
      assertOnlyReplacedLinesDiffer(file, after, fixed.fixes().of(finding).orElseThrow());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void fixesHoldTogether(SourceFile file) throws Exception {
    FixedText fixed = FixedText.of(file, "2026.2", Stage.EVENTLET);
    SourceFile after = FixedText.file(file.path(), fixed.all());

    assertParses(after);
    assertWithMessage(text(after))
        .that(FixedText.of(after, "2026.2", Stage.EVENTLET).fixable())
        .isEmpty();
    if (text(file).contains("\r\n")) {
      assertThat(text(after).replace("\r\n", "")).doesNotContain("\n");
    }
  }

  private static void assertParses(SourceFile file) {
    if (file.path().endsWith(".py")) {
      assertWithMessage(text(file))
          .that(PythonParser.parseStrictly(text(file)).isPresent())
          .isTrue();
    } else if (file.path().endsWith(".yaml")) {
      LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
      assertWithMessage(text(file))
          .that(new Compose(settings).composeString(text(file)).isPresent())
          .isTrue();
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

  /** An import may go with the last use of its name. */
  private static List<String> withoutImports(List<String> findings) {
    return findings.stream().filter(one -> !one.startsWith("IMPORT")).toList();
  }

  private static List<String> described(List<Finding> findings) {
    return new ArrayList<>(findings.stream().map(EveryFixTest::described).toList());
  }

  private static String described(Finding finding) {
    return "%s %s %s"
        .formatted(finding.usage().kind(), finding.usage().symbol(), finding.usage().sourceText());
  }

  private static String text(SourceFile file) {
    return new String(file.content(), StandardCharsets.UTF_8);
  }
}
