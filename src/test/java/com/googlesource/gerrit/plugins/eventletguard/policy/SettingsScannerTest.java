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
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanners;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class SettingsScannerTest {
  private static final Scanner SCANNER =
      Scanners.standard(
          RuleCatalog.builtIn(),
          new SettingsScanner(RuleCatalog.builtIn()),
          (path, defect) -> {
            throw defect;
          });

  @Test
  void rightSettingsHaveNoFindings() {
    assertThat(findings("[branch]\n\tstage = dual\n")).isEmpty();
  }

  @Test
  void wrongValueIsFoundOnItsLineWithWhatWouldBeRight() {
    List<Finding> findings = findings("# ours\n[branch]\n\tseries = 2026.1\n\tstage = duel\n");

    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().rule().id()).isEqualTo("EVT001");
    assertThat(findings.getFirst().range()).isEqualTo(new Range(4, 1, 4, 13));
    assertThat(findings.getFirst().usage().symbol())
        .isEqualTo(
            ".eventlet-guard.config: [branch]: stage = duel: use eventlet, dual, removed or auto");
  }

  @Test
  void eachOfSeveralValuesIsFoundOnItsLine() {
    assertThat(lines("[ignore]\n\trule = EVT110\n\trule = EVT899\n\trule = EVT898\n"))
        .containsExactly(3, 4)
        .inOrder();
  }

  @Test
  void unknownKeyIsFoundOnItsLine() {
    assertThat(lines("[tests]\n\tjudge = info\n[branch]\n\tstge = dual\n")).containsExactly(4);
  }

  @Test
  void unknownSectionIsFoundOnItsHeader() {
    assertThat(lines("[branch]\n\tstage = dual\n[brunch]\n\tstage = dual\n")).containsExactly(3);
  }

  @Test
  void fileThatIsNotInTheSyntaxIsFoundOnItsFirstLine() {
    assertThat(lines("[branch\n\tstage = dual\n")).containsExactly(1);
  }

  @Test
  void keyOfASectionInTwoPartsIsFoundInTheSecond() {
    assertThat(lines("[branch]\n\tstage = dual\n[tests]\n[branch]\n\tstge = dual\n"))
        .containsExactly(5);
  }

  /** Read anew for each mistake, such a file takes minutes. */
  @Test
  @Timeout(60)
  void ofVeryManyMistakesTheFirstAreTold() {
    StringBuilder text = new StringBuilder("[ignore]\n");
    for (int i = 0; i < 20_000; i++) {
      text.append("\tkey%d = 1\n".formatted(i));
    }
    assertThat(lines(text.toString())).hasSize(1000);
  }

  @Test
  void sameFileElsewhereIsNoFileOfSettings() {
    assertThat(
            SCANNER
                .scan(
                    new SourceFile(
                        "docs/.eventlet-guard.config",
                        "[brunch]\n".getBytes(StandardCharsets.UTF_8)))
                .findings())
        .isEmpty();
  }

  @Test
  void mistakeIsAWarningAtEveryStage() {
    for (Stage stage : Stage.values()) {
      BranchPolicy policy =
          new BranchPolicy(
              BranchSettings.DEFAULT, stage, SeriesCalendar.builtIn().find("2026.1").orElseThrow());
      List<Judgement> judged = policy.judge(findings("[branch]\n\tstage = duel\n"));

      assertThat(judged.getFirst().counts()).isTrue();
      assertThat(judged.getFirst().finding().severity()).isEqualTo(Severity.WARNING);
    }
  }

  private static List<Integer> lines(String text) {
    return findings(text).stream().map(finding -> finding.range().startLine()).toList();
  }

  private static List<Finding> findings(String text) {
    return SCANNER
        .scan(new SourceFile(BranchSettings.FILE, text.getBytes(StandardCharsets.UTF_8)))
        .findings();
  }
}
