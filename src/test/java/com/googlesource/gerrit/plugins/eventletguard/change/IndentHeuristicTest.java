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

package com.googlesource.gerrit.plugins.eventletguard.change;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.DiffAlgorithm.SupportedAlgorithm;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.junit.jupiter.api.Test;

/** Of the places where an added block may be, the one that {@code git diff} shows. */
class IndentHeuristicTest {
  private static final String FIRST =
      """
      class T:
          @patch
          def a(self):
              pass

      """;
  private static final String NEW =
      """
          @patch
          def b(self):
              pass

      """;
  private static final String LAST =
      """
          @patch
          def c(self):
              pass
      """;

  private static List<Integer> added(String before, String after) {
    LineMap map =
        LineMap.between(
            before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8));
    return IntStream.rangeClosed(1, (int) after.lines().count())
        .filter(line -> map.touchesAdded(new Range(line, 0, line, 1)))
        .boxed()
        .toList();
  }

  @Test
  void newMethodBeginsWithItsOwnDecorator() {
    assertThat(added(FIRST + LAST, FIRST + NEW + LAST)).containsExactly(6, 7, 8, 9).inOrder();
  }

  @Test
  void newMethodAtTheEndBeginsAfterTheBlankLineThatItNeeds() {
    assertThat(added(FIRST.strip() + "\n", FIRST + NEW.stripTrailing() + "\n"))
        .containsExactly(5, 6, 7, 8)
        .inOrder();
  }

  @Test
  void blockThatCanOnlyStandWhereItIsStaysThere() {
    assertThat(added("a\nc\n", "a\nb\nc\n")).containsExactly(2);
  }

  @Test
  void repeatedLineIsAddedAtTheEndOfItsRun() {
    assertThat(added("a\na\n", "a\na\na\n")).containsExactly(3);
  }

  @Test
  void editsStillLeadFromTheOldTextToTheNew() {
    Random random = new Random(11);
    for (int i = 0; i < 2_000; i++) {
      List<String> before = lines(random);
      List<String> after = lines(random);
      RawText oldText = text(before);
      RawText newText = text(after);

      List<Edit> edits =
          IndentHeuristic.place(
              DiffAlgorithm.getAlgorithm(SupportedAlgorithm.HISTOGRAM)
                  .diff(RawTextComparator.DEFAULT, oldText, newText),
              newText);

      assertThat(applied(edits, before, after)).isEqualTo(after);
    }
  }

  private static List<String> lines(Random random) {
    return random
        .ints(random.nextInt(12), 0, 5)
        .mapToObj(List.of("", "a", "  b", "\tc", "    d")::get)
        .toList();
  }

  private static RawText text(List<String> lines) {
    return new RawText(
        lines.stream()
            .map(line -> line + "\n")
            .reduce("", String::concat)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> applied(List<Edit> edits, List<String> before, List<String> after) {
    List<String> result = new ArrayList<>();
    int at = 0;
    for (Edit edit : edits) {
      result.addAll(before.subList(at, edit.getBeginA()));
      result.addAll(after.subList(edit.getBeginB(), edit.getEndB()));
      at = edit.getEndA();
    }
    result.addAll(before.subList(at, before.size()));
    return result;
  }
}
