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

import com.google.gerrit.metrics.CallbackMetric0;
import com.google.gerrit.metrics.Counter0;
import com.google.gerrit.metrics.Counter1;
import com.google.gerrit.metrics.Description;
import com.google.gerrit.metrics.DisabledMetricMaker;
import com.google.gerrit.metrics.Field;
import com.google.gerrit.metrics.Timer0;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ScanMetricsTest {
  private static final ScanListener.Times TIMES =
      new ScanListener.Times(Duration.ofMillis(1), Duration.ofMillis(2));

  /** A metric of the page is a bullet, its field one below. */
  private static final Pattern METRIC = Pattern.compile("(?m)^- `([a-z_]+)`: ");

  private static final Pattern FIELD = Pattern.compile("(?m)^    - `([a-z_]+)`: ");

  private final RecordingMaker maker = new RecordingMaker();
  private final ScanMetrics metrics = new ScanMetrics(maker, RuleCatalog.builtIn());

  @Test
  void pageListsEveryMetricAndField() throws Exception {
    var unused = metrics.showQueue(() -> 0);

    assertThat(found(METRIC)).isEqualTo(maker.names);
    assertThat(found(FIELD)).isEqualTo(maker.fields);
  }

  @Test
  void pageExplainsEveryOutcomeAndCause() throws Exception {
    Arrays.stream(ScanOutcome.Kind.values())
        .forEach(kind -> assertThat(page()).contains("`%s`".formatted(kind.word())));
    Arrays.stream(SkipCause.values())
        .forEach(cause -> assertThat(page()).contains("`%s`".formatted(cause.word())));
  }

  @Test
  void reviewCountsItsOutcomeAndWhatItFound() {
    metrics.ended(
        "nova~1/1", ScanOutcome.of(ScanOutcome.Kind.REVIEWED, Map.of("EVT110", 2)), TIMES);

    assertThat(maker.counts)
        .containsExactly("scans reviewed", 1L, "findings_introduced EVT110", 2L);
  }

  @Test
  void rulesOfProjectsCountAsOne() {
    metrics.ended(
        "nova~1/1",
        ScanOutcome.of(ScanOutcome.Kind.REVIEWED, Map.of("NOVA001", 2, "NOVA002", 3)),
        TIMES);

    assertThat(maker.counts)
        .containsExactly("scans reviewed", 1L, "findings_introduced custom", 5L);
  }

  @Test
  void skippedChangeCountsItsCause() {
    metrics.ended("nova~1/1", ScanOutcome.skipped(SkipCause.NO_ACCOUNT), TIMES);

    assertThat(maker.counts).containsExactly("scans skipped", 1L, "scans_skipped no_account", 1L);
  }

  @Test
  void failureCountsWhetherItIsTriedAgain() {
    metrics.failed("nova~1/1", new IOException(), /* again= */ true);
    metrics.failed("nova~1/1", new IOException(), /* again= */ false);

    assertThat(maker.counts).containsExactly("scans retried", 1L, "scans failed", 1L);
  }

  private static Set<String> found(Pattern pattern) {
    Set<String> names = new TreeSet<>();
    Matcher name = pattern.matcher(page());
    while (name.find()) {
      names.add(name.group(1));
    }
    return names;
  }

  private static String page() {
    try {
      return Files.readString(Path.of("resources", "Documentation", "metrics.md"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Writes down what is made and what is counted. */
  private static final class RecordingMaker extends DisabledMetricMaker {
    private final Set<String> names = new TreeSet<>();
    private final Set<String> fields = new TreeSet<>();
    private final Map<String, Long> counts = new TreeMap<>();

    @Override
    public Counter0 newCounter(String name, Description description) {
      names.add(name);
      return super.newCounter(name, description);
    }

    @Override
    public <F1> Counter1<F1> newCounter(String name, Description description, Field<F1> field) {
      names.add(name);
      fields.add(field.name());
      return new Counter1<>() {
        @Override
        public void incrementBy(F1 value, long count) {
          counts.merge(name + " " + value, count, Long::sum);
        }

        @Override
        public void remove() {}
      };
    }

    @Override
    public <V> CallbackMetric0<V> newCallbackMetric(
        String name, Class<V> valueClass, Description description) {
      names.add(name);
      return super.newCallbackMetric(name, valueClass, description);
    }

    @Override
    public Timer0 newTimer(String name, Description description) {
      names.add(name);
      return super.newTimer(name, description);
    }
  }
}
