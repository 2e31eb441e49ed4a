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
import com.googlesource.gerrit.plugins.eventletguard.inventory.Usages;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** An inventory for a person at a terminal. */
public final class InventoryText {
  /** Of a long list so much is shown; JSON has all of it. */
  private static final int MOST_LINES = 15;

  /** Folders are summed up at this depth. */
  private static final int DEPTH = 2;

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
    Usages usages = inventory.usages();
    line("");
    line("%-46s %7s %7s %7s %7s %8s", "Usages", "all", "open", "guarded", "tests", "silenced");
    row("everything", usages.tally());
    usages.byDesignPattern().forEach((design, tally) -> row("pattern: " + design.word(), tally));
    usages.byTier().entrySet().stream()
        .filter(entry -> entry.getValue().total() > 0)
        .forEach(
            entry ->
                row(
                    "tier %d: %s".formatted(entry.getKey().number(), entry.getKey().title()),
                    entry.getValue()));
    usages.byCategory().forEach((category, tally) -> row("category: " + category, tally));
    List<Map.Entry<String, Tally>> folders =
        mostFirst(usages.byDirectory(DEPTH).entrySet().stream().toList());
    folders.stream()
        .limit(MOST_LINES)
        .forEach(entry -> row("in " + entry.getKey(), entry.getValue()));
    if (folders.size() > MOST_LINES) {
      row(
          "in %d other folders".formatted(folders.size() - MOST_LINES),
          folders.stream()
              .skip(MOST_LINES)
              .map(Map.Entry::getValue)
              .reduce(Tally.NONE, Tally::plus));
    }
  }

  private void row(String title, Tally tally) {
    line(
        "  %-44s %7d %7d %7d %7d %8d",
        title, tally.total(), tally.open(), tally.guarded(), tally.tests(), tally.silenced());
  }

  private static List<Map.Entry<String, Tally>> mostFirst(List<Map.Entry<String, Tally>> entries) {
    return entries.stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<String, Tally> entry) -> entry.getValue().total(),
                    Comparator.reverseOrder())
                .thenComparing(Map.Entry::getKey))
        .toList();
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
      List<Map.Entry<String, Tally>> files =
          blockers.importers().entrySet().stream()
              .sorted(
                  Comparator.comparing((Map.Entry<String, Tally> file) -> order(file.getValue()))
                      .thenComparing(Map.Entry::getKey))
              .toList();
      files.stream()
          .limit(MOST_LINES)
          .forEach(file -> line("    %s: %s", file.getKey(), standings(file.getValue())));
      others(files.size(), "files");
    }
    line("");
    line("What does not work on the asyncio hub");
    places(blockers.asyncio());
    if (blockers.asyncio().isEmpty()) {
      line("  nothing that was found");
    }
  }

  /** What is open first, then what is guarded; tests come last. */
  private static int order(Tally tally) {
    if (tally.open() > 0) {
      return 0;
    }
    return tally.total() > tally.tests() ? 1 : 2;
  }

  private static String standings(Tally tally) {
    return Map.of(
            0, "%d open".formatted(tally.open()),
            1, "%d guarded".formatted(tally.guarded()),
            2, "%d in tests".formatted(tally.tests()),
            3, "%d silenced".formatted(tally.silenced()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .filter(part -> !part.startsWith("0 "))
        .collect(Collectors.joining(", "));
  }

  private void places(List<InventoriedFinding> findings) {
    findings.stream().limit(MOST_LINES).forEach(finding -> line("  %s", place(finding)));
    others(findings.size(), "places");
  }

  private void others(int all, String what) {
    if (all > MOST_LINES) {
      line("    ... and %d other %s; --format json has all", all - MOST_LINES, what);
    }
  }

  private static String place(InventoriedFinding finding) {
    return "%s:%d: %s"
        .formatted(
            finding.finding().path(),
            finding.finding().range().startLine(),
            finding.finding().usage().sourceText().replaceAll("\\s+", " "));
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
          criterion.left() == 0
              ? suffix(criterion.evidence())
              : suffix("%d left".formatted(criterion.left())));
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
      line("  %s %s: %s", box(step.state()), step.title(), left(step));
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

  private static String left(Step step) {
    return step.left().isEmpty()
        ? step.evidence()
        : "%d left in %s"
            .formatted(
                step.left().size(),
                Sentences.count(
                    (int)
                        step.left().stream()
                            .map(finding -> finding.finding().path())
                            .distinct()
                            .count(),
                    "file"));
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
          "%s (%s to %s)"
              .formatted(
                  plain(part.each().likely()), plain(part.each().low()), plain(part.each().high())),
          effort.hours(part).likely());
    }
    line(
        "  A further finding of one rule in one file costs %s of the first. A judgement, no"
            + " measurement.",
        plain(effort.repeated()));
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : String.valueOf(number);
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
