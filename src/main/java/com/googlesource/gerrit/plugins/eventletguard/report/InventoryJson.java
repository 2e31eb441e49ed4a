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

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.googlesource.gerrit.plugins.eventletguard.fix.Fixes;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Activity;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Criterion;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Deliverable;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Effort;
import com.googlesource.gerrit.plugins.eventletguard.inventory.History;
import com.googlesource.gerrit.plugins.eventletguard.inventory.InventoriedFinding;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Inventory;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Step;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Tally;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Usages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Inventories as one JSON object; {@code resources/Documentation/inventory.md} describes its
 * members. The same inventories give the same bytes.
 */
public final class InventoryJson {
  /** Deeper than any tree: each folder is itself. */
  private static final int EVERY_FOLDER = Integer.MAX_VALUE;

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private InventoryJson() {}

  /** All projects, in their order. */
  public static String of(List<Inventory> inventories) {
    return GSON.toJson(
        Map.of("inventories", inventories.stream().map(InventoryJson::members).toList()));
  }

  private static Map<String, Object> members(Inventory inventory) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", inventory.name());
    deliverable(members, inventory.deliverable());
    members.put("stage", inventory.stage().word());
    members.put("series", inventory.series().id());
    inventory.activity().ifPresent(activity -> activity(members, activity));
    inventory.inactive().ifPresent(reason -> members.put("inactive", reason));
    members.put("usages", usages(inventory.usages()));
    members.put("blockers", blockers(inventory));
    members.put("criteria", inventory.criteria().stream().map(InventoryJson::criterion).toList());
    members.put("steps", inventory.checklist().steps().stream().map(InventoryJson::step).toList());
    members.put("effort", effort(inventory.effort()));
    inventory.history().ifPresent(history -> members.put("history", history(history)));
    members.put(
        "findings", inventory.usages().findings().stream().map(InventoryJson::finding).toList());
    members.put("skipped", JsonReport.skipped(inventory.skipped()));
    members.put(
        "summary",
        JsonReport.summary(
            inventory.usages().findings().stream().map(InventoriedFinding::judgement).toList()));
    return members;
  }

  private static List<Map<String, Object>> history(History history) {
    return history.points().stream()
        .map(
            point -> {
              Map<String, Object> members = new LinkedHashMap<>();
              members.put("commit", point.commit());
              members.put("day", point.day().toString());
              members.putAll(tally(point.tally()));
              return members;
            })
        .toList();
  }

  private static void deliverable(Map<String, Object> members, Deliverable deliverable) {
    members.put("kind", deliverable.kind().word());
    members.put("kind_evidence", deliverable.evidence());
    members.put("replacements", deliverable.replacements());
    deliverable.retired().ifPresent(path -> members.put("retired_by", path));
    deliverable.deprecation().ifPresent(path -> members.put("deprecated_by", path));
  }

  private static void activity(Map<String, Object> members, Activity activity) {
    members.put("commit", activity.commit());
    activity.lastCommit().ifPresent(day -> members.put("last_commit", day.toString()));
  }

  private static Map<String, Object> usages(Usages usages) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("all", tally(usages.tally()));
    members.put("by_pattern", tallies(usages.byDesignPattern(), design -> design.word()));
    members.put("by_tier", tallies(usages.byTier(), tier -> tier.word()));
    members.put("by_category", tallies(usages.byCategory(), Function.identity()));
    members.put("by_rule", tallies(usages.byRule(), Function.identity()));
    members.put("by_kind", tallies(usages.byKind(), Function.identity()));
    members.put("by_directory", tallies(usages.byDirectory(EVERY_FOLDER), Function.identity()));
    return members;
  }

  private static <K> Map<String, Object> tallies(Map<K, Tally> tallies, Function<K, String> name) {
    Map<String, Object> members = new LinkedHashMap<>();
    tallies.forEach((key, tally) -> members.put(name.apply(key), tally(tally)));
    return members;
  }

  static Map<String, Object> tally(Tally tally) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("total", tally.total());
    members.put("open", tally.open());
    members.put("guarded", tally.guarded());
    members.put("tests", tally.tests());
    members.put("silenced", tally.silenced());
    return members;
  }

  private static Map<String, Object> blockers(Inventory inventory) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("requirements", places(inventory.blockers().requirements()));
    members.put("importers", tallies(inventory.blockers().importers(), Function.identity()));
    members.put("asyncio", places(inventory.blockers().asyncio()));
    return members;
  }

  private static List<Map<String, Object>> places(List<InventoriedFinding> findings) {
    return findings.stream().map(InventoryJson::place).toList();
  }

  private static Map<String, Object> place(InventoriedFinding finding) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("rule", finding.finding().rule().id());
    members.put("path", finding.finding().path());
    members.put("line", finding.finding().range().startLine());
    return members;
  }

  private static Map<String, Object> criterion(Criterion criterion) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("series", criterion.series().id());
    members.put("title", criterion.title());
    members.put("state", criterion.state().word());
    members.put("left", criterion.left());
    members.put("evidence", criterion.evidence());
    return members;
  }

  private static Map<String, Object> step(Step step) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("title", step.title());
    members.put("state", step.state().word());
    members.put("evidence", step.evidence());
    members.put("left", places(step.left()));
    return members;
  }

  private static Map<String, Object> effort(Effort effort) {
    Map<String, Object> members = hours(effort.hours());
    members.put("repeated", effort.repeated());
    members.put(
        "lines",
        effort.lines().stream()
            .map(
                line -> {
                  Map<String, Object> part = new LinkedHashMap<>();
                  part.put("title", line.title());
                  part.put("first", line.first());
                  part.put("further", line.further());
                  part.put("each", hours(line.each()));
                  part.put("hours", hours(effort.hours(line)));
                  return part;
                })
            .toList());
    return members;
  }

  private static Map<String, Object> hours(Effort.Hours hours) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("low_hours", rounded(hours.low()));
    members.put("likely_hours", rounded(hours.likely()));
    members.put("high_hours", rounded(hours.high()));
    return members;
  }

  /** Sums of fractions would otherwise show how computers add. */
  private static double rounded(double hours) {
    return Math.round(hours * 100) / 100.0;
  }

  private static Map<String, Object> finding(InventoriedFinding finding) {
    Map<String, Object> members = JsonReport.finding(finding.judgement(), Fixes.NONE);
    members.remove("fixes");
    members.put("standing", finding.standing().word());
    members.put("breaks_native_threads", finding.breaksNativeThreads());
    return members;
  }
}
