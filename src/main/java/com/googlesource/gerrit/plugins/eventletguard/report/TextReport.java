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
import com.googlesource.gerrit.plugins.eventletguard.fix.Fixes;
import com.googlesource.gerrit.plugins.eventletguard.policy.DeprecationHint;
import com.googlesource.gerrit.plugins.eventletguard.policy.JudgedReport;
import com.googlesource.gerrit.plugins.eventletguard.policy.Judgement;
import com.googlesource.gerrit.plugins.eventletguard.rules.Rule;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report for a person at a terminal: one line a finding that editors can jump to, then why. The
 * gravest come first. What was explained before is not explained again.
 */
public final class TextReport {
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private final StringBuilder out = new StringBuilder();
  private final Fixes fixes;
  private final Palette palette;

  /** By the pattern and what is said besides: made once, as a tree has many findings of a kind. */
  private final Map<String, String> explanations = new HashMap<>();

  /** What was said, with the place where it was said first. */
  private final Map<String, String> explained = new HashMap<>();

  private TextReport(Fixes fixes, Palette palette) {
    this.fixes = fixes;
    this.palette = palette;
  }

  /**
   * What a change introduces; what it removes and keeps is counted.
   *
   * @param remarks sentences on the change as a whole
   * @param fixes of what it introduces
   */
  public static String of(JudgedReport report, List<String> remarks, Fixes fixes, Palette palette) {
    TextReport text = new TextReport(fixes, palette);
    text.append(report.introduced());
    report.hints().forEach(text::append);
    text.appendSkipped(report.skipped());
    remarks.forEach(text::line);
    text.line(
        "Introduced: %s. Removed: %d. Kept: %d."
            .formatted(counts(report.introduced()), report.removed().size(), report.kept()));
    return text.out.toString();
  }

  /**
   * What stands in files.
   *
   * @param next lines on what to do about it
   */
  public static String of(
      List<Judgement> findings,
      List<SkippedFile> skipped,
      Fixes fixes,
      List<String> next,
      Palette palette) {
    TextReport text = new TextReport(fixes, palette);
    text.append(findings);
    text.appendSkipped(skipped);
    text.line("Found: %s.".formatted(counts(findings)));
    text.appendRules(findings);
    next.forEach(text::line);
    return text.out.toString();
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  private void append(Collection<Judgement> judgements) {
    judgements.stream()
        .filter(Judgement::counts)
        .map(Judgement::finding)
        .sorted(Finding.GRAVEST_FIRST)
        .forEach(this::append);
  }

  private void append(DeprecationHint hint) {
    appendPlace(hint.finding(), Severity.INFO);
    line("    " + hint.message());
    line("");
  }

  private void appendPlace(Finding finding, Severity severity) {
    String source = WHITE_SPACE.matcher(finding.usage().sourceText()).replaceAll(" ");
    line(
        palette.paint(Palette.Part.PLACE, place(finding))
            + ": "
            + palette.paint(part(severity), severity.word())
            + " "
            + finding.rule().id()
            + ": "
            + palette.paint(Palette.Part.SOURCE, source));
  }

  private static String place(Finding finding) {
    Range range = finding.range();
    return finding.path() + ":" + range.startLine() + ":" + (range.startCharacter() + 1);
  }

  private static Palette.Part part(Severity severity) {
    return switch (severity) {
      case ERROR -> Palette.Part.ERROR;
      case WARNING -> Palette.Part.WARNING;
      case INFO -> Palette.Part.INFO;
    };
  }

  private void append(Finding finding) {
    appendPlace(finding, finding.severity());
    String explanation =
        explanations.computeIfAbsent(
            finding.pattern().key() + " " + finding.reason(), key -> explanation(finding));
    String earlier = explained.putIfAbsent(explanation, place(finding));
    if (earlier == null) {
      out.append(explanation);
    } else {
      line("    " + palette.paint(Palette.Part.ASIDE, "As explained at " + earlier));
    }
    fixes.of(finding).ifPresent(fix -> line("    A safe fix is known: " + fix.description() + "."));
    line("");
  }

  private String explanation(Finding finding) {
    StringBuilder explanation = new StringBuilder("    " + finding.reason() + "\n");
    finding
        .pattern()
        .alternatives()
        .forEach(alternative -> explanation.append("    - " + alternative + "\n"));
    finding
        .pattern()
        .guide()
        .ifPresent(
            guide ->
                explanation
                    .append("    ")
                    .append(palette.paint(Palette.Part.ASIDE, guide.toString()))
                    .append('\n'));
    return explanation.toString();
  }

  private void appendSkipped(Collection<SkippedFile> skipped) {
    for (SkippedFile file : skipped) {
      line("%s: not scanned (%s)".formatted(file.path(), file.reason().word()));
    }
  }

  /** A line for each rule, the one with the gravest and the most findings first. */
  private void appendRules(List<Judgement> judgements) {
    Map<Rule, List<Judgement>> byRule =
        judgements.stream()
            .filter(Judgement::counts)
            .collect(Collectors.groupingBy(judgement -> judgement.finding().rule()));
    byRule.entrySet().stream()
        .sorted(TextReport::compareRules)
        .forEach(
            rule ->
                line(
                    "  %s %s: %s"
                        .formatted(
                            rule.getKey().id(), rule.getKey().title(), counts(rule.getValue()))));
  }

  private static int compareRules(
      Map.Entry<Rule, List<Judgement>> one, Map.Entry<Rule, List<Judgement>> other) {
    Severity gravest = gravest(one.getValue());
    int bySeverity = gravest(other.getValue()).compareTo(gravest);
    if (bySeverity != 0) {
      return bySeverity;
    }
    int byCount =
        Integer.compare(Counts.of(other.getValue(), gravest), Counts.of(one.getValue(), gravest));
    return byCount != 0 ? byCount : one.getKey().id().compareTo(other.getKey().id());
  }

  private static Severity gravest(List<Judgement> judgements) {
    return judgements.stream()
        .map(judgement -> judgement.finding().severity())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static String counts(Collection<Judgement> findings) {
    String counts =
        Stream.of(Severity.ERROR, Severity.WARNING, Severity.INFO)
            .map(severity -> count(findings, severity))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    int silenced = Counts.silenced(findings);
    return (counts.isEmpty() ? "nothing" : counts)
        + (silenced == 0 ? "" : " (%d silenced)".formatted(silenced));
  }

  private static String count(Collection<Judgement> findings, Severity severity) {
    int number = Counts.of(findings, severity);
    if (number == 0) {
      return "";
    }
    return severity == Severity.INFO
        ? number + " for information"
        : Sentences.count(number, severity.word());
  }
}
