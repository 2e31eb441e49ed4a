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

package com.googlesource.gerrit.plugins.eventletguard.review;

import com.googlesource.gerrit.plugins.eventletguard.change.ChangeReport;
import com.googlesource.gerrit.plugins.eventletguard.change.SkippedFile;
import com.googlesource.gerrit.plugins.eventletguard.policy.DeprecationHint;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.SkipReason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The message of a review: counts, what to do, and what has no place inline. */
final class Summary {
  private static final int MAX_LISTED = 10;

  private final ChangeReport report;
  private final List<DeprecationHint> hints;
  private final CommitRemarks remarks;
  private final Counts counts;

  /**
   * How a review deals with what the patch set introduces, advice aside.
   *
   * @param judged the findings that are more than advice
   * @param inline how many of them get a comment now
   * @param told how many of them have a thread from earlier reviews
   * @param accepted how many of those a reviewer has accepted
   * @param gone how many threads are resolved because their finding is gone
   * @param elsewhere those without a thread in files that can have no comment, as in a merge
   */
  record Counts(
      List<Finding> judged, int inline, int told, int accepted, int gone, List<Finding> elsewhere) {
    /** How many have no comment because there is no room for it. */
    int beyondLimit() {
      return judged.size() - inline - told - elsewhere.size();
    }
  }

  /**
   * @param report what counts of what the patch set does
   * @param hints advice on what it deletes
   * @param remarks what the commit says about itself
   */
  Summary(ChangeReport report, List<DeprecationHint> hints, CommitRemarks remarks, Counts counts) {
    this.report = report;
    this.hints = hints;
    this.remarks = remarks;
    this.counts = counts;
  }

  /**
   * Whether it says something that is worth a message of its own and that no earlier message says.
   * Numbers do not count: a line that moved or one piece of advice more is no news.
   */
  boolean hasNewsSince(List<String> messages) {
    return news().stream()
        .map(Summary::withoutNumbers)
        .anyMatch(
            note ->
                messages.stream().map(Summary::withoutNumbers).noneMatch(m -> m.contains(note)));
  }

  String text() {
    List<String> parts = new ArrayList<>();
    parts.add(verdict());
    if (counts.gone() > 0) {
      parts.add(
          count(counts.gone(), "earlier finding")
              + (counts.gone() == 1 ? " is" : " are")
              + " gone. Thank you!");
    }
    parts.addAll(news());
    List<SkippedFile> others =
        report.skipped().stream().filter(file -> !isOverBudget(file)).toList();
    if (others.stream().anyMatch(file -> file.reason().hidesUsages())) {
      parts.add("Not scanned, so not judged: " + list(others, Summary::describe) + ".");
    }
    return String.join("\n\n", parts);
  }

  private static boolean isOverBudget(SkippedFile file) {
    return file.reason() == SkipReason.OVER_BUDGET;
  }

  private String verdict() {
    if (counts.judged().isEmpty()) {
      return "This patch set introduces no Eventlet usage"
          + (report.introduced().isEmpty() && report.shifted().isEmpty()
              ? ""
              : " that has to change")
          + (report.complete() ? "." : " in what was scanned.");
    }
    StringBuilder text = new StringBuilder("This patch set introduces Eventlet usage: ");
    text.append(bySeverity()).append('.');
    if (counts.told() > 0) {
      text.append(' ').append(were(counts.told())).append(" pointed out before.");
    }
    if (counts.accepted() > 0) {
      text.append(' ').append(were(counts.accepted())).append(" accepted by a reviewer.");
    }
    if (counts.inline() > 0) {
      text.append(" Eventlet is being removed from OpenStack; ")
          .append(counts.inline() == 1 ? "the comment says" : "each comment says")
          .append(" what to use instead.");
    }
    return text.toString();
  }

  private static String were(int number) {
    return number == 1 ? "1 was" : number + " were";
  }

  private String bySeverity() {
    long errors = counts.judged().stream().filter(f -> f.severity() == Severity.ERROR).count();
    long warnings = counts.judged().size() - errors;
    if (errors == 0) {
      return count(warnings, "warning");
    }
    return warnings == 0
        ? count(errors, "error")
        : count(errors, "error") + " and " + count(warnings, "warning");
  }

  private List<String> news() {
    List<String> notes = new ArrayList<>();
    remarks.origin().ifPresent(notes::add);
    remarks
        .skipReason()
        .ifPresent(
            reason ->
                notes.add(
                    "The commit message asks to skip the check, so there is no vote. It says: "
                        + Markdown.code(reason)));
    long leftOut = report.skipped().stream().filter(Summary::isOverBudget).count();
    if (leftOut > 0) {
      // Counted, not named: which ones they are may differ from one scan to the next.
      notes.add(
          "This patch set is larger than what is looked at; files that were left out: %d."
              .formatted(leftOut));
    }
    if (counts.beyondLimit() > 0) {
      notes.add(
          "Findings without a comment, because a patch set gets only so many: %d."
              .formatted(counts.beyondLimit()));
    }
    if (!counts.elsewhere().isEmpty()) {
      notes.add(
          "In files that this diff does not show: "
              + list(counts.elsewhere(), Summary::describe)
              + ".");
    }
    if (!report.shifted().isEmpty()) {
      notes.add(
          "On lines that this change does not touch, but whose names now lead to Eventlet: "
              + list(report.shifted(), Summary::describe)
              + ".");
    }
    List<String> advice =
        report.introduced().stream()
            .filter(finding -> finding.severity() == Severity.INFO)
            .map(finding -> finding.rule().id())
            .toList();
    if (!advice.isEmpty()) {
      notes.add(
          "Advice without a comment: %d (%s)."
              .formatted(
                  advice.size(), list(advice.stream().distinct().toList(), Function.identity())));
    }
    if (!hints.isEmpty()) {
      notes.add(advice());
    }
    if (ReviewPlanner.removesMore(report)) {
      notes.add(
          "Usages of Eventlet that it takes away: %d. Thank you!"
              .formatted(report.removed().size()));
    }
    return notes;
  }

  /** The wording for one option serves for all. */
  private String advice() {
    List<Finding> others = hints.stream().skip(1).map(DeprecationHint::finding).toList();
    return hints.getFirst().message()
        + (others.isEmpty()
            ? ""
            : " The same goes for what else it deletes: " + list(others, Summary::describe) + ".");
  }

  private static String describe(Finding finding) {
    return "%s line %d %s (%s)"
        .formatted(
            Markdown.code(finding.path()),
            finding.range().startLine(),
            Markdown.code(finding.usage().symbol()),
            finding.rule().id());
  }

  private static String describe(SkippedFile file) {
    return "%s (%s)".formatted(Markdown.code(file.path()), file.reason().word());
  }

  private static <T> String list(List<T> items, Function<T, String> text) {
    String listed = items.stream().limit(MAX_LISTED).map(text).collect(Collectors.joining(", "));
    return items.size() > MAX_LISTED
        ? "%s and %d more".formatted(listed, items.size() - MAX_LISTED)
        : listed;
  }

  private static String count(long number, String noun) {
    return number + " " + (number == 1 ? noun : noun + "s");
  }

  private static String withoutNumbers(String text) {
    return text.replaceAll("\\b\\d+\\b", "#");
  }
}
