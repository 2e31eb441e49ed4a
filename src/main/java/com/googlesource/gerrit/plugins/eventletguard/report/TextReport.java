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
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report for a person at a terminal: one line a finding that editors can jump to, then why. */
public final class TextReport {
  private TextReport() {}

  /**
   * What a change introduces; what it removes and keeps is counted.
   *
   * @param remarks sentences on the change as a whole
   * @param fixes of what it introduces
   */
  public static String of(JudgedReport report, List<String> remarks, Fixes fixes) {
    StringBuilder out = new StringBuilder();
    append(out, report.introduced(), fixes);
    report.hints().forEach(hint -> append(out, hint));
    appendSkipped(out, report.skipped());
    remarks.forEach(remark -> out.append("%s%n".formatted(remark)));
    out.append(
        "Introduced: %s. Removed: %d. Kept: %d.%n"
            .formatted(counts(report.introduced()), report.removed().size(), report.kept()));
    return out.toString();
  }

  /** What stands in files. */
  public static String of(List<Judgement> findings, List<SkippedFile> skipped, Fixes fixes) {
    StringBuilder out = new StringBuilder();
    append(out, findings, fixes);
    appendSkipped(out, skipped);
    out.append("Found: %s.%n".formatted(counts(findings)));
    return out.toString();
  }

  private static void append(StringBuilder out, Collection<Judgement> judgements, Fixes fixes) {
    judgements.stream()
        .filter(Judgement::counts)
        .forEach(judgement -> append(out, judgement.finding(), fixes));
  }

  private static void append(StringBuilder out, DeprecationHint hint) {
    append(out, hint.finding(), Severity.INFO, hint.message());
    out.append("%n".formatted());
  }

  private static void append(
      StringBuilder out, Finding finding, Severity severity, String message) {
    out.append(
        "%s:%d:%d: %s %s: %s%n    %s%n"
            .formatted(
                finding.path(),
                finding.range().startLine(),
                finding.range().startCharacter() + 1,
                severity.word(),
                finding.rule().id(),
                finding.usage().sourceText().replaceAll("\\s+", " "),
                message));
  }

  private static void append(StringBuilder out, Finding finding, Fixes fixes) {
    append(out, finding, finding.severity(), finding.reason());
    finding
        .pattern()
        .alternatives()
        .forEach(alternative -> out.append("    - %s%n".formatted(alternative)));
    fixes
        .of(finding)
        .ifPresent(
            fix -> out.append("    A safe fix is known: %s.%n".formatted(fix.description())));
    finding.pattern().guide().ifPresent(guide -> out.append("    %s%n".formatted(guide)));
    out.append("%n".formatted());
  }

  private static void appendSkipped(StringBuilder out, Collection<SkippedFile> skipped) {
    for (SkippedFile file : skipped) {
      out.append("%s: not scanned (%s)%n".formatted(file.path(), file.reason().word()));
    }
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
