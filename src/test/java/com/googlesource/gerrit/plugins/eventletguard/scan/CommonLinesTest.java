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

package com.googlesource.gerrit.plugins.eventletguard.scan;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.googlesource.gerrit.plugins.eventletguard.scan.CommonLines.Run;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CommonLinesTest {
  @Test
  void equalVersionsAreOneRun() {
    assertThat(of("a\nb", "a\nb").runs()).containsExactly(new Run(0, 0, 3, 0));
    assertThat(of("", "").runs()).isEmpty();
  }

  @Test
  void linesAroundChangedOnesAreCommon() {
    CommonLines common = of("a\nbb\nc\n", "a\nx\ny\nc\n");

    assertThat(common.runs()).containsExactly(new Run(0, 0, 2, 0), new Run(5, 6, 2, 1)).inOrder();
    assertThat(new String(common.added(), StandardCharsets.UTF_8)).isEqualTo("x\ny\n");
    assertThat(common.around(5, 7)).hasValue(new Run(5, 6, 2, 1));
    assertThat(common.around(0, 2)).hasValue(new Run(0, 0, 2, 0));
    assertThat(common.around(2, 4)).isEmpty();
    assertThat(common.around(0, 7)).isEmpty();
  }

  @Test
  void linesBetweenChangedOnesAreCommon() {
    assertThat(of("a\nb\nc\nd\ne\n", "x\nb\nc\ny\nd\nz\n").runs())
        .containsExactly(new Run(2, 2, 4, 0), new Run(6, 8, 2, 1))
        .inOrder();
  }

  @Test
  void lineWithoutItsBreakIsAnotherOne() {
    assertThat(of("a\nb", "a\nb\n").runs()).containsExactly(new Run(0, 0, 2, 0));
    assertThat(of("a", "ba").runs()).isEmpty();
    assertThat(of("ab\n", "b\n").runs()).isEmpty();
  }

  @Test
  void runsHoldWholeEqualLines() {
    Random random = new Random(3);
    for (int i = 0; i < 3_000; i++) {
      String old = any(random);
      String now =
          random.nextBoolean()
              ? any(random)
              : old.replace("b\n", random.nextBoolean() ? "" : "c\nb\n");
      CommonLines common = of(old, now);
      int oldEnd = 0;
      int newEnd = 0;
      for (Run run : common.runs()) {
        assertWithMessage("%s|%s", old, now).that(run.oldStart()).isAtLeast(oldEnd);
        assertThat(run.newStart()).isAtLeast(newEnd);
        oldEnd = run.oldEnd();
        newEnd = run.newEnd();
        String text = old.substring(run.oldStart(), oldEnd);
        assertThat(text).isEqualTo(now.substring(run.newStart(), newEnd));
        assertThat(text.endsWith("\n") || (oldEnd == old.length() && newEnd == now.length()))
            .isTrue();
        assertThat(line(now, run.newStart()) - line(old, run.oldStart())).isEqualTo(run.down());
        assertThat(run.oldStart() == 0 || old.charAt(run.oldStart() - 1) == '\n').isTrue();
        assertThat(run.newStart() == 0 || now.charAt(run.newStart() - 1) == '\n').isTrue();
      }
    }
  }

  private static long line(String text, int offset) {
    return text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  private static String any(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(16); length > 0; length--) {
      text.append("ab\n\n".charAt(random.nextInt(4)));
    }
    return text.toString();
  }

  private static CommonLines of(String old, String now) {
    return CommonLines.of(
        old.getBytes(StandardCharsets.UTF_8), now.getBytes(StandardCharsets.UTF_8));
  }
}
