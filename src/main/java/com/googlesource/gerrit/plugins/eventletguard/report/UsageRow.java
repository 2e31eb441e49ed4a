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

import com.googlesource.gerrit.plugins.eventletguard.inventory.Tally;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Usages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A row of the table that counts the usages of a project.
 *
 * @param title what is counted
 * @param tally how many there are of it
 */
public record UsageRow(String title, Tally tally) {
  /** So many folders have a row of their own; JSON has all of them. */
  private static final int MOST_FOLDERS = 15;

  /** Folders are summed up at this depth. */
  private static final int DEPTH = 2;

  /** Everything, then by pattern, tier, category and folder; of folders those with most first. */
  public static List<UsageRow> of(Usages usages) {
    List<UsageRow> rows = new ArrayList<>();
    rows.add(new UsageRow("everything", usages.tally()));
    usages
        .byDesignPattern()
        .forEach((design, tally) -> rows.add(new UsageRow("pattern: " + design.word(), tally)));
    usages
        .byTier()
        .forEach(
            (tier, tally) -> {
              if (tally.total() > 0) {
                rows.add(new UsageRow("tier %d: %s".formatted(tier.number(), tier.title()), tally));
              }
            });
    usages
        .byCategory()
        .forEach((category, tally) -> rows.add(new UsageRow("category: " + category, tally)));
    List<Map.Entry<String, Tally>> folders = mostFirst(usages.byDirectory(DEPTH));
    folders.stream()
        .limit(MOST_FOLDERS)
        .forEach(folder -> rows.add(new UsageRow("in " + folder.getKey(), folder.getValue())));
    if (folders.size() > MOST_FOLDERS) {
      rows.add(
          new UsageRow(
              "in %d other folders".formatted(folders.size() - MOST_FOLDERS),
              folders.stream()
                  .skip(MOST_FOLDERS)
                  .map(Map.Entry::getValue)
                  .reduce(Tally.NONE, Tally::plus)));
    }
    return rows;
  }

  private static List<Map.Entry<String, Tally>> mostFirst(Map<String, Tally> folders) {
    return folders.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<String, Tally> entry) -> entry.getValue().total(),
                    Comparator.reverseOrder())
                .thenComparing(Map.Entry::getKey))
        .toList();
  }
}
