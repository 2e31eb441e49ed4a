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
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

  /** Every pattern about what a library or service removes or deprecates. */
  static Stream<Pattern> patternsWithReleases() {
    return RuleCatalog.builtIn().patterns().stream()
        .filter(pattern -> pattern.removed().isPresent() || pattern.deprecated().isPresent());
  }

  @ParameterizedTest
  @MethodSource("patternsWithReleases")
  void stableBranchIsNotToldOfARemovalThatItsLibrariesDoNotHave(Pattern pattern) {
    SeriesCalendar calendar = SeriesCalendar.builtIn();
    Series series = calendar.ofBranch("refs/heads/stable/2026.1", LocalDate.of(2027, 1, 1));
    Judgement judgement =
        new BranchPolicy(BranchSettings.DEFAULT, Stage.EVENTLET, series)
            .judge(List.of(new Finding(pattern, FINDING.path(), FINDING.usage())))
            .getFirst();

    boolean removedLater =
        pattern.removed().filter(release -> release.series().compareTo("2026.1") > 0).isPresent();
    boolean deprecatedLater =
        pattern
            .deprecated()
            .filter(release -> release.series().compareTo("2026.1") > 0)
            .isPresent();
    assertThat(series.id()).isEqualTo("2026.1");
    assertThat(judgement.counts()).isEqualTo(!deprecatedLater);
    if (removedLater) {
      assertThat(judgement.finding().severity()).isLessThan(Severity.ERROR);
      assertThat(judgement.finding().reason())
          .contains("In 2026.1, the series of this branch, it still works");
    }
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
