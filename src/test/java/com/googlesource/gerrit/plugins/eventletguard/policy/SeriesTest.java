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
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.Release;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeriesTest {
  /** Removed in 2026.2, after a deprecation in 2025.1. */
  private static final Finding FINDING = finding();

  private static Finding finding() {
    Finding found = Scans.findings("a.conf", "[x]", "heartbeat_in_pthread = 1").getFirst();
    Pattern pattern = found.pattern();
    return new Finding(
        new Pattern(
            pattern.rule(),
            pattern.key(),
            pattern.kinds(),
            pattern.symbols(),
            Severity.ERROR,
            pattern.reason(),
            pattern.alternatives(),
            pattern.guide(),
            pattern.links(),
            pattern.fix(),
            Optional.of(new Release("oslo.messaging", "14.9.0", "2024.2")),
            Optional.of(new Release("oslo.messaging", "18.0.0", "2026.2")),
            /* everyStage= */ false,
            pattern.correspondence()),
        found.path(),
        found.usage());
  }

  private static Judgement in(String series) {
    return new BranchPolicy(BranchSettings.DEFAULT, Stage.EVENTLET, new Series(series))
        .judge(List.of(FINDING))
        .getFirst();
  }

  @Test
  void whatIsRemovedIsAnError() {
    assertThat(in("2026.2").finding().severity()).isEqualTo(Severity.ERROR);
    assertThat(in("2027.1").finding().severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void whatIsOnlyDeprecatedInTheSeriesIsAWarningThatSaysSo() {
    Finding finding = in("2026.1").finding();

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.reason())
        .endsWith("it still works; it is gone from oslo.messaging 18.0.0 (2026.2) on.");
  }

  @Test
  void whatIsNotDeprecatedInTheSeriesIsSilent() {
    assertThat(in("2024.1").silence().orElseThrow().by()).isEqualTo(Silence.By.SERIES);
  }

  @Test
  void idHasAForm() {
    assertThrows(IllegalArgumentException.class, () -> new Series("2026"));
  }
}
