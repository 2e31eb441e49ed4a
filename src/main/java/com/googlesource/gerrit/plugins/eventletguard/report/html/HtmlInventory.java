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

package com.googlesource.gerrit.plugins.eventletguard.report.html;

import com.googlesource.gerrit.plugins.eventletguard.change.SkippedFile;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Criterion;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Effort;
import com.googlesource.gerrit.plugins.eventletguard.inventory.InventoriedFinding;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Inventory;
import com.googlesource.gerrit.plugins.eventletguard.inventory.State;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Step;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Tally;
import com.googlesource.gerrit.plugins.eventletguard.report.InventoryPhrases;
import com.googlesource.gerrit.plugins.eventletguard.report.UsageRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Inventories as one page that needs nothing else: the projects beside each other, then each by
 * itself. The same inventories give the same bytes.
 */
public final class HtmlInventory {
  private static final String TEMPLATE = "inventory.html";

  private HtmlInventory() {}

  /**
   * The page.
   *
   * @param inventories in their order, at least one
   */
  public static String of(List<Inventory> inventories) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put(
        "headline",
        inventories.size() == 1
            ? inventories.getFirst().name()
            : "How far %d projects are".formatted(inventories.size()));
    page.put("areSeveral", inventories.size() > 1);
    page.put(
        "criteria",
        inventories.getFirst().criteria().stream().map(HtmlInventory::criterion).toList());
    page.put(
        "projects",
        IntStream.range(0, inventories.size())
            .mapToObj(index -> project(inventories.get(index), "project-" + (index + 1)))
            .toList());
    return Template.print(TEMPLATE, page);
  }

  private static Map<String, Object> project(Inventory inventory, String anchor) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", inventory.name());
    members.put("anchor", anchor);
    members.put("kind", inventory.deliverable().kind().word());
    members.put("kindEvidence", inventory.deliverable().evidence());
    members.put("stage", inventory.stage().word());
    members.put("series", inventory.series().toString());
    members.put("inactive", inventory.inactive().stream().toList());
    members.put("tally", tally(inventory.usages().tally()));
    members.put("rows", UsageRow.of(inventory.usages()).stream().map(HtmlInventory::row).toList());
    members.put(
        "charts",
        inventory.history().stream().map(history -> new BurnDown(history).chart()).toList());
    members.put("criteria", inventory.criteria().stream().map(HtmlInventory::criterion).toList());
    members.put("steps", inventory.checklist().steps().stream().map(HtmlInventory::step).toList());
    members.put("next", inventory.checklist().next().map(HtmlInventory::step).stream().toList());
    blockers(members, inventory);
    effort(members, inventory.effort());
    members.put("hasSkipped", !inventory.skipped().isEmpty());
    members.put("skipped", inventory.skipped().stream().map(HtmlInventory::skipped).toList());
    return members;
  }

  private static Map<String, Object> tally(Tally tally) {
    return Map.of(
        "total", tally.total(),
        "open", tally.open(),
        "guarded", tally.guarded(),
        "tests", tally.tests(),
        "silenced", tally.silenced());
  }

  private static Map<String, Object> row(UsageRow row) {
    return Map.of("title", row.title(), "tally", tally(row.tally()));
  }

  private static Map<String, Object> criterion(Criterion criterion) {
    return Map.of(
        "series", criterion.series().toString(),
        "title", criterion.title(),
        "sign", sign(criterion.state()),
        "state", word(criterion.state()),
        "standing", standing(criterion.state(), InventoryPhrases.left(criterion)));
  }

  private static Map<String, Object> step(Step step) {
    return Map.of(
        "title", step.title(),
        "sign", sign(step.state()),
        "standing", standing(step.state(), InventoryPhrases.left(step)),
        "hasPlaces", !step.left().isEmpty(),
        "places", places(step.left()));
  }

  private static String standing(State state, String left) {
    if (left.isEmpty()) {
      return word(state);
    }
    return state == State.LEFT ? left : word(state) + ": " + left;
  }

  private static String word(State state) {
    return switch (state) {
      case DONE -> "done";
      case LEFT -> "left";
      case UNKNOWN -> "to be checked";
    };
  }

  private static String sign(State state) {
    return switch (state) {
      case DONE -> "✓";
      case LEFT -> "○";
      case UNKNOWN -> "?";
    };
  }

  private static List<String> places(List<InventoriedFinding> findings) {
    return findings.stream().map(InventoryPhrases::place).toList();
  }

  private static void blockers(Map<String, Object> members, Inventory inventory) {
    List<String> importers = InventoryPhrases.importers(inventory.blockers());
    members.put("requirements", places(inventory.blockers().requirements()));
    members.put("hasImporters", !importers.isEmpty());
    members.put("importers", importers);
    members.put("importerNumber", importers.size());
    members.put("hasAsyncio", !inventory.blockers().asyncio().isEmpty());
    members.put("asyncio", places(inventory.blockers().asyncio()));
    members.put("asyncioNumber", inventory.blockers().asyncio().size());
  }

  private static void effort(Map<String, Object> members, Effort effort) {
    Effort.Hours days = effort.hours().inDays();
    members.put("days", InventoryPhrases.tenths(days.likely()));
    members.put("fewestDays", InventoryPhrases.tenths(days.low()));
    members.put("mostDays", InventoryPhrases.tenths(days.high()));
    members.put("hasEffort", !effort.lines().isEmpty());
    members.put("repeated", InventoryPhrases.plain(effort.repeated()));
    members.put(
        "effort",
        effort.lines().stream()
            .map(
                line ->
                    Map.of(
                        "title", line.title(),
                        "first", line.first(),
                        "further", line.further(),
                        "each", InventoryPhrases.range(line.each()),
                        "hours", InventoryPhrases.tenths(effort.hours(line).likely())))
            .toList());
  }

  private static Map<String, Object> skipped(SkippedFile file) {
    return Map.of("path", file.path(), "why", file.reason().word());
  }
}
