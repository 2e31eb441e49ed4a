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

import com.googlesource.gerrit.plugins.eventletguard.change.SkippedFile;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Blockers;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Criterion;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Effort;
import com.googlesource.gerrit.plugins.eventletguard.inventory.History;
import com.googlesource.gerrit.plugins.eventletguard.inventory.InventoriedFinding;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Inventory;
import com.googlesource.gerrit.plugins.eventletguard.inventory.State;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Step;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Tally;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** An inventory for a person at a terminal. */
public final class InventoryText {
  /** Of a long list so much is shown; JSON has all of it. */
  private static final int MOST_LINES = 15;

  private final StringBuilder out = new StringBuilder();
  private final Inventory inventory;

  private InventoryText(Inventory inventory) {
    this.inventory = inventory;
  }

  /** Everything about one project. */
  public static String of(Inventory inventory) {
    InventoryText text = new InventoryText(inventory);
    text.head();
    text.usages();
    text.blockers();
    inventory.history().ifPresent(text::history);
    text.goal();
    text.steps();
    text.effort();
    text.skipped();
    return text.out.toString();
  }

  @SuppressWarnings("AnnotateFormatMethod") // The annotation's library is none of the engine's.
  private void line(String format, Object... arguments) {
    out.append(String.format(Locale.ROOT, format, arguments).stripTrailing()).append('\n');
  }

  private void head() {
    line(
        "%s: %s (%s), stage %s, series %s",
        inventory.name(),
        inventory.deliverable().kind().word(),
        inventory.deliverable().evidence(),
        inventory.stage().word(),
        inventory.series());
    inventory.inactive().ifPresent(reason -> line("Inactive: %s.", reason));
  }

  private void usages() {
    line("");
    line("%-46s %7s %7s %7s %7s %8s", "Usages", "all", "open", "guarded", "tests", "silenced");
    UsageRow.of(inventory.usages()).forEach(this::row);
  }

  private void row(UsageRow row) {
    Tally tally = row.tally();
    line(
        "  %-44s %7d %7d %7d %7d %8d",
        row.title(), tally.total(), tally.open(), tally.guarded(), tally.tests(), tally.silenced());
  }

  private void blockers() {
    Blockers blockers = inventory.blockers();
    line("");
    line("What keeps the requirement of Eventlet");
    places(blockers.requirements());
    if (blockers.importers().isEmpty()) {
      line("  no code needs it");
    } else {
      line("  %s:", Sentences.count(blockers.importers().size(), "file") + " of code need it");
      List<String> files = InventoryPhrases.importers(blockers);
      files.stream().limit(MOST_LINES).forEach(file -> line("    %s", file));
      others(files.size(), "files");
    }
    line("");
    line("What does not work on the asyncio hub");
    places(blockers.asyncio());
    if (blockers.asyncio().isEmpty()) {
      line("  nothing that was found");
    }
  }

  private void places(List<InventoriedFinding> findings) {
    findings.stream()
        .limit(MOST_LINES)
        .forEach(finding -> line("  %s", InventoryPhrases.place(finding)));
    others(findings.size(), "places");
  }

  private void others(int all, String what) {
    if (all > MOST_LINES) {
      line("    ... and %d other %s; --format json has all", all - MOST_LINES, what);
    }
  }

  private void history(History history) {
    line("");
    line(
        "History: %s from %s to %s",
        Sentences.count(history.points().size(), "commit"),
        history.first().day(),
        history.last().day());
    sparkline("all", history, Tally::total);
    sparkline("open", history, Tally::open);
    sparkline("tests", history, Tally::tests);
  }

  private void sparkline(String title, History history, ToIntFunction<Tally> number) {
    line(
        "  %-7s %s %d, then %d",
        title,
        Sparkline.of(history, number),
        number.applyAsInt(history.first().tally()),
        number.applyAsInt(history.last().tally()));
  }

  private void goal() {
    line("");
    line("Community goal");
    for (Criterion criterion : inventory.criteria()) {
      line(
          "  %s %s %s%s",
          box(criterion.state()),
          criterion.series(),
          criterion.title(),
          suffix(InventoryPhrases.left(criterion)));
    }
  }

  private static String suffix(String phrase) {
    return phrase.isEmpty() ? "" : ": " + phrase;
  }

  private static String box(State state) {
    return switch (state) {
      case DONE -> "[x]";
      case LEFT -> "[ ]";
      case UNKNOWN -> "[?]";
    };
  }

  private void steps() {
    line("");
    line("Steps for a %s", inventory.deliverable().kind().word());
    for (Step step : inventory.checklist().steps()) {
      line("  %s %s: %s", box(step.state()), step.title(), InventoryPhrases.left(step));
    }
    inventory
        .checklist()
        .next()
        .ifPresent(
            step -> {
              line("Next: %s", step.title());
              places(step.left());
            });
  }

  private void effort() {
    Effort effort = inventory.effort();
    Effort.Hours days = effort.hours().inDays();
    line("");
    line(
        "Effort: %.1f days of one person, between %.1f and %.1f",
        days.likely(), days.low(), days.high());
    if (effort.lines().isEmpty()) {
      return;
    }
    line("  %-44s %7s %7s %20s %8s", "", "first", "further", "hours each", "hours");
    for (Effort.Line part : effort.lines()) {
      line(
          "  %-44s %7d %7d %20s %8.1f",
          part.title(),
          part.first(),
          part.further(),
          InventoryPhrases.range(part.each()),
          effort.hours(part).likely());
    }
    line(
        "  A further finding of one rule in one file costs %s of the first. A judgement, no"
            + " measurement.",
        InventoryPhrases.plain(effort.repeated()));
  }

  private void skipped() {
    if (inventory.skipped().isEmpty()) {
      return;
    }
    line("");
    for (SkippedFile file : inventory.skipped()) {
      line("%s: not scanned (%s)", file.path(), file.reason().word());
    }
  }
}
