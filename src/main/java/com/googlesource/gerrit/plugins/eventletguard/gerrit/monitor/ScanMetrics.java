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

import com.google.common.base.Supplier;
import com.google.gerrit.extensions.registration.RegistrationHandle;
import com.google.gerrit.metrics.Counter0;
import com.google.gerrit.metrics.Counter1;
import com.google.gerrit.metrics.Description;
import com.google.gerrit.metrics.Description.Units;
import com.google.gerrit.metrics.Field;
import com.google.gerrit.metrics.MetricMaker;
import com.google.gerrit.metrics.Timer0;
import com.google.gerrit.server.logging.Metadata;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.rules.Rule;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * The plugin's metrics; {@code resources/Documentation/metrics.md} describes each.
 *
 * <p>Every field has few values on every site: never a project, a change or a branch, and all rules
 * that are not among the built-in ones count as one.
 */
@Singleton
public final class ScanMetrics implements ScanListener {
  /** What stands for the rules of projects. */
  static final String CUSTOM_RULE = "custom";

  static final String SCANS = "scans";
  static final String SKIPPED = "scans_skipped";
  static final String INTRODUCED = "findings_introduced";
  static final String QUEUE_WAIT = "queue_wait";
  static final String SCAN = "scan_latency";
  static final String POST = "post_latency";
  static final String SWEEP = "sweep_latency";
  static final String SWEPT = "sweep_found";

  static final String QUEUE = "queue_length";

  private final MetricMaker metrics;
  private final Set<String> knownRules;
  private final Counter1<String> scans;
  private final Counter1<String> skipped;
  private final Counter1<String> introduced;
  private final Timer0 queueWait;
  private final Timer0 scan;
  private final Timer0 post;
  private final Timer0 sweep;
  private final Counter0 swept;

  @Inject
  ScanMetrics(MetricMaker metrics, RuleCatalog catalog) {
    this.metrics = metrics;
    this.knownRules =
        catalog.rules().stream().map(Rule::id).collect(Collectors.toUnmodifiableSet());
    this.scans =
        metrics.newCounter(
            SCANS,
            new Description("Scans that ended").setRate().setUnit("scans"),
            field("outcome", "how the scan ended"));
    this.skipped =
        metrics.newCounter(
            SKIPPED,
            new Description("Changes that were not scanned").setRate().setUnit("changes"),
            field("cause", "why the change was not scanned"));
    this.introduced =
        metrics.newCounter(
            INTRODUCED,
            new Description("Findings that reviewed patch sets introduce")
                .setRate()
                .setUnit("findings"),
            field("rule", "id of the rule"));
    this.queueWait =
        metrics.newTimer(QUEUE_WAIT, timed("Time from the wish for a scan to its beginning"));
    this.scan = metrics.newTimer(SCAN, timed("Time to find what a patch set introduces"));
    this.post = metrics.newTimer(POST, timed("Time to read what stands on a change and to review"));
    this.sweep = metrics.newTimer(SWEEP, timed("Time to look for changes that events missed"));
    this.swept =
        metrics.newCounter(
            SWEPT,
            new Description("Changes that events missed and the sweep found")
                .setRate()
                .setUnit("changes"));
  }

  @Override
  public void ended(String request, ScanOutcome outcome, Times times) {
    queueWait.record(times.waited().toNanos(), TimeUnit.NANOSECONDS);
    scans.increment(outcome.kind().word());
    outcome.skipCause().ifPresent(cause -> skipped.increment(cause.word()));
    if (outcome.kind() == ScanOutcome.Kind.REVIEWED) {
      outcome
          .introduced()
          .forEach(
              (rule, count) ->
                  introduced.incrementBy(knownRules.contains(rule) ? rule : CUSTOM_RULE, count));
    }
  }

  @Override
  public void failed(String request, Throwable failure, boolean again) {
    scans.increment((again ? ScanOutcome.Kind.RETRIED : ScanOutcome.Kind.FAILED).word());
  }

  /**
   * Shows how many changes wait for a scan or have one.
   *
   * @return takes the metric away again
   */
  public RegistrationHandle showQueue(Supplier<Integer> length) {
    return metrics.newCallbackMetric(
        QUEUE,
        Integer.class,
        new Description("Changes that wait for a scan or have one").setGauge().setUnit("changes"),
        length);
  }

  /** Times the part of a scan that finds what a patch set introduces. */
  public Timer0.Context timeScan() {
    return scan.start();
  }

  /** Times the part of a scan that talks to the server. */
  public Timer0.Context timePost() {
    return post.start();
  }

  /** Times one sweep. */
  public Timer0.Context timeSweep() {
    return sweep.start();
  }

  /** Counts a change that a sweep found. */
  public void swept() {
    swept.increment();
  }

  private static Description timed(String text) {
    return new Description(text).setCumulative().setUnit(Units.MILLISECONDS);
  }

  private static Field<String> field(String name, String description) {
    BiConsumer<Metadata.Builder, String> noMetadata = Field.ignoreMetadata();
    return Field.ofString(name, noMetadata).description(description).build();
  }
}
