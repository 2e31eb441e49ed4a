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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.monitor;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ScanHistoryTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final ScanListener.Times TIMES =
      new ScanListener.Times(Duration.ofMillis(1), Duration.ofMillis(2));

  private final ScanHistory history = new ScanHistory(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void outcomesAreCounted() {
    history.ended(
        "nova~1/1", ScanOutcome.of(ScanOutcome.Kind.REVIEWED, Map.of("EVT110", 2)), TIMES);
    history.ended("nova~1/2", ScanOutcome.of(ScanOutcome.Kind.NO_NEWS, Map.of()), TIMES);
    history.ended("nova~2/1", ScanOutcome.of(ScanOutcome.Kind.NO_NEWS, Map.of()), TIMES);
    history.failed("nova~3/1", new IOException("broken"), /* again= */ false);

    assertThat(history.outcomes()).containsExactly("reviewed", 1L, "no_news", 2L, "failed", 1L);
  }

  @Test
  void failureSaysWhatWhenAndWhetherItIsTriedAgain() {
    history.failed("nova~3/1", new IOException("broken"), /* again= */ true);

    assertThat(history.failures())
        .containsExactly(
            new ScanHistory.Failure(NOW, "nova~3/1", "java.io.IOException: broken", true));
  }

  @Test
  void lastFailuresAreKeptTheNewestFirst() {
    for (int change = 1; change <= ScanHistory.MAX_FAILURES + 5; change++) {
      history.failed("nova~" + change + "/1", new IOException("broken"), /* again= */ false);
    }

    assertThat(history.failures()).hasSize(ScanHistory.MAX_FAILURES);
    assertThat(history.failures().getFirst().scan()).isEqualTo("nova~25/1");
  }

  @Test
  void longMessageIsCut() {
    history.failed("nova~3/1", new IOException("x".repeat(10_000)), /* again= */ false);

    assertThat(history.failures().getFirst().message().length()).isLessThan(1000);
  }
}
