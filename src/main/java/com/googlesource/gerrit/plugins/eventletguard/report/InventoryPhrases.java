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

package com.googlesource.gerrit.plugins.eventletguard.report;

import com.googlesource.gerrit.plugins.eventletguard.inventory.Blockers;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Criterion;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Effort;
import com.googlesource.gerrit.plugins.eventletguard.inventory.InventoriedFinding;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Step;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The phrases that every form of an inventory shares. */
public final class InventoryPhrases {
  private InventoryPhrases() {}

  /** Where a finding stands and what stands there, on one line. */
  public static String place(InventoriedFinding finding) {
    return "%s:%d: %s"
        .formatted(
            finding.finding().path(),
            finding.finding().range().startLine(),
            finding.finding().usage().sourceText().replaceAll("\\s+", " "));
  }

  /** How far a criterion is; may be empty. */
  public static String left(Criterion criterion) {
    return criterion.left() == 0 ? criterion.evidence() : "%d left".formatted(criterion.left());
  }

  /** What is left of a step, or how it is known that nothing is. */
  public static String left(Step step) {
    int files =
        (int) step.left().stream().map(finding -> finding.finding().path()).distinct().count();
    return step.left().isEmpty()
        ? step.evidence()
        : "%d left in %s".formatted(step.left().size(), Sentences.count(files, "file"));
  }

  /** Files whose code needs Eventlet: what is open first, then what is guarded, then tests. */
  public static List<String> importers(Blockers blockers) {
    return blockers.importers().entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Tally> file) -> order(file.getValue()))
                .thenComparing(Map.Entry::getKey))
        .map(file -> file.getKey() + ": " + standings(file.getValue()))
        .toList();
  }

  private static int order(Tally tally) {
    if (tally.open() > 0) {
      return 0;
    }
    return tally.total() > tally.tests() ? 1 : 2;
  }

  private static String standings(Tally tally) {
    List<String> parts = new ArrayList<>();
    add(parts, tally.open(), "open");
    add(parts, tally.guarded(), "guarded");
    add(parts, tally.tests(), "in tests");
    add(parts, tally.silenced(), "silenced");
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, int number, String standing) {
    if (number > 0) {
      parts.add(number + " " + standing);
    }
  }

  /** The most likely hours, and between which they lie. */
  public static String range(Effort.Hours hours) {
    return "%s (%s to %s)"
        .formatted(plain(hours.likely()), plain(hours.low()), plain(hours.high()));
  }

  /** Hours or days with one digit after the point. */
  public static String tenths(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  /** A number with no more digits than it needs. */
  public static String plain(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : String.valueOf(number);
  }
}
