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

import com.googlesource.gerrit.plugins.eventletguard.scan.SkipReason;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.ScanCache;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ScanBudgetTest {
  private static final String SPAWNS = "import eventlet\n";

  @Test
  void filesBeyondTheBudgetAreSkippedAndMakeTheReportPartial() throws Exception {
    ChangeReport report =
        diff(
            ScanBudget.of(2, Duration.ofMinutes(1)),
            Map.of(),
            Map.of("a.py", SPAWNS, "b.py", SPAWNS, "c.py", SPAWNS));

    assertThat(report.introduced().stream().map(finding -> finding.path()))
        .containsExactly("a.py", "b.py");
    assertThat(report.skipped()).containsExactly(new SkippedFile("c.py", SkipReason.OVER_BUDGET));
    assertThat(report.complete()).isFalse();
  }

  @Test
  void filesThatNoRuleIsAboutCostNothing() throws Exception {
    ChangeReport report =
        diff(
            ScanBudget.of(1, Duration.ofMinutes(1)),
            Map.of(),
            Map.of("a.png", "x", "b.png", "y", "worker.py", SPAWNS));

    assertThat(report.introduced()).hasSize(1);
    assertThat(report.complete()).isTrue();
  }

  @Test
  void usageThatComesFromBeyondTheBudgetIsNotCalledNew() throws Exception {
    ChangeReport report =
        diff(
            ScanBudget.of(1, Duration.ofMinutes(1)),
            Map.of("z.py", SPAWNS + "x = 1\ny = 2\n"),
            Map.of("a.py", SPAWNS, "z.py", "x = 1\ny = 2\n"));

    assertThat(report.introduced()).isEmpty();
  }

  @Test
  void whenTheTimeIsOverNothingIsCalledNew() throws Exception {
    Map<String, String> after = Map.of("a.py", SPAWNS);

    ChangeReport report = diff(ScanBudget.of(100, Duration.ZERO), Map.of(), after);

    assertThat(report.introduced()).isEmpty();
    assertThat(report.isHidden("a.py")).isTrue();
  }

  private static ChangeReport diff(
      ScanBudget budget, Map<String, String> before, Map<String, String> after) throws Exception {
    try (TestRepository repository = new TestRepository(ScanCache.NONE, budget)) {
      return repository.diff(before, after);
    }
  }
}
