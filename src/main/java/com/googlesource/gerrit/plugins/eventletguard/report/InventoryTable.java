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

import com.googlesource.gerrit.plugins.eventletguard.inventory.Criterion;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Inventory;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Step;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Several projects beside each other, for a person at a terminal. */
public final class InventoryTable {
  private static final List<String> TITLES =
      List.of("project", "kind", "stage", "open", "guarded", "tests", "days", "asyncio");

  private InventoryTable() {}

  /** One row for each project, in the order in which they are given. */
  public static String of(List<Inventory> inventories) {
    List<List<String>> rows = new ArrayList<>();
    List<String> titles = new ArrayList<>(TITLES);
    inventories.get(0).criteria().forEach(criterion -> titles.add(criterion.series().id()));
    titles.add("next");
    rows.add(titles);
    inventories.forEach(inventory -> rows.add(row(inventory)));
    StringBuilder out = new StringBuilder(aligned(rows));
    out.append('\n');
    inventories.get(0).criteria().forEach(criterion -> out.append(legend(criterion)));
    out.append("days: most likely; asyncio: what does not work on Eventlet's asyncio hub.\n");
    inventories.stream()
        .filter(inventory -> inventory.history().isPresent())
        .forEach(
            inventory ->
                out.append(
                    "%s  %s: open since %s\n"
                        .formatted(
                            Sparkline.of(inventory.history().get(), Tally::open),
                            inventory.name(),
                            inventory.history().get().first().day())));
    return out.toString();
  }

  private static List<String> row(Inventory inventory) {
    Tally tally = inventory.usages().tally();
    List<String> cells = new ArrayList<>();
    cells.add(inventory.name());
    cells.add(inventory.deliverable().kind().word());
    cells.add(inventory.stage().word());
    cells.add(String.valueOf(tally.open()));
    cells.add(String.valueOf(tally.guarded()));
    cells.add(String.valueOf(tally.tests()));
    cells.add(String.format(Locale.ROOT, "%.1f", inventory.effort().hours().inDays().likely()));
    cells.add(String.valueOf(inventory.blockers().asyncio().size()));
    inventory.criteria().forEach(criterion -> cells.add(cell(criterion)));
    cells.add(
        inventory
            .inactive()
            .map(reason -> "inactive: " + reason)
            .orElseGet(() -> inventory.checklist().next().map(Step::title).orElse("-")));
    return cells;
  }

  private static String cell(Criterion criterion) {
    return switch (criterion.state()) {
      case DONE -> "met";
      case UNKNOWN -> "check";
      case LEFT -> criterion.left() == 0 ? "open" : criterion.left() + " left";
    };
  }

  private static String legend(Criterion criterion) {
    return "%s: %s.\n".formatted(criterion.series(), criterion.title());
  }

  private static String aligned(List<List<String>> rows) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }
}
