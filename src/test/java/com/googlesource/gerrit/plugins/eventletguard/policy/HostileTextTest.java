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

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleProblem;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Comments and settings of 200 KB on one line that make a regular expression try every length, or
 * recurse for each repetition. The bound of a minute is no measure of speed.
 */
@Timeout(60)
class HostileTextTest {
  private static final int LENGTH = 200_000;

  private static final BranchPolicy POLICY =
      new BranchPolicy(BranchSettings.DEFAULT, Stage.EVENTLET, Scans.SERIES);

  @Test
  void spacesAfterAReasonAreLeftOut() {
    assertThat(python("# eventlet-guard: ignore[EVT100] a" + " ".repeat(LENGTH) + "b"))
        .containsExactly("1 eventlet suppression");
  }

  @Test
  void codesWithoutEndSilenceAsOthersDo() {
    assertThat(python("# noqa: E1" + ",E1".repeat(LENGTH / 3) + ",EVT100"))
        .containsExactly("1 eventlet suppression");
  }

  @Test
  void marksThatNeverCloseTheirCodesSilenceNothing() {
    assertThat(python("# " + "eventlet-guard:ignore[ ".repeat(LENGTH / 23)))
        .containsExactly("1 eventlet warning");
  }

  @Test
  void symbolOfManyPartsIsReadInARuleOfAProject() {
    String symbol = "stratus" + ".utils".repeat(LENGTH / 6);
    assertThat(
            problems(
                "[rule \"EVT900\"]",
                "  symbol = " + symbol,
                "  unknown" + "-a".repeat(20) + " = 1"))
        .isNotEmpty();
  }

  @Test
  void mistakeBelowALineOfSpacesIsFoundOnItsLine() {
    String spaces = " ".repeat(LENGTH);
    String text = "[branch" + spaces + "!\n[branch]\n" + spaces + ";\nstage" + spaces + "= wrong\n";
    SourceText settings =
        SourceText.of(new SourceFile(BranchSettings.FILE, text.getBytes(StandardCharsets.UTF_8)));
    assertThat(new SettingsLines(settings).find("branch", "stage", "wrong")).isEqualTo(4);
  }

  @Test
  void starsWithoutEndMatchAPathOrNot() {
    Glob glob = Glob.of("/" + "*a".repeat(1000) + "b");
    assertThat(glob.matches("a".repeat(4000))).isFalse();
    assertThat(glob.matches("a".repeat(4000) + "b")).isTrue();
  }

  private static List<String> python(String comment) {
    return Scans.judged(POLICY, "nova/utils.py", "import eventlet  " + comment);
  }

  private static List<String> problems(String... lines) {
    return SettingsFile.parse(BranchSettings.FILE, String.join("\n", lines), RuleCatalog.builtIn())
        .problems()
        .stream()
        .map(RuleProblem::message)
        .toList();
  }
}
