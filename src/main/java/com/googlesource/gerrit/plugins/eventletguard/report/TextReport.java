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

import com.googlesource.gerrit.plugins.eventletguard.change.ChangeReport;
import com.googlesource.gerrit.plugins.eventletguard.change.SkippedFile;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report for a person at a terminal: one line a finding that editors can jump to, then why. */
public final class TextReport {
  private TextReport() {}

  /** What a change introduces; what it removes and keeps is counted. */
  public static String of(ChangeReport report) {
    StringBuilder out = new StringBuilder();
    report.introduced().forEach(finding -> append(out, finding));
    appendSkipped(out, report.skipped());
    out.append(
        "Introduced: %s. Removed: %d. Kept: %d.%n"
            .formatted(counts(report.introduced()), report.removed().size(), report.kept()));
    return out.toString();
  }

  /** What stands in files. */
  public static String of(List<Finding> findings, List<SkippedFile> skipped) {
    StringBuilder out = new StringBuilder();
    findings.forEach(finding -> append(out, finding));
    appendSkipped(out, skipped);
    out.append("Found: %s.%n".formatted(counts(findings)));
    return out.toString();
  }

  private static void append(StringBuilder out, Finding finding) {
    out.append(
        "%s:%d:%d: %s %s: %s%n    %s%n"
            .formatted(
                finding.path(),
                finding.range().startLine(),
                finding.range().startCharacter() + 1,
                finding.severity().word(),
                finding.rule().id(),
                finding.usage().sourceText().replaceAll("\\s+", " "),
                finding.pattern().reason()));
    finding
        .pattern()
        .alternatives()
        .forEach(alternative -> out.append("    - %s%n".formatted(alternative)));
    out.append("    %s%n%n".formatted(finding.pattern().guide()));
  }

  private static void appendSkipped(StringBuilder out, Collection<SkippedFile> skipped) {
    for (SkippedFile file : skipped) {
      out.append("%s: not scanned (%s)%n".formatted(file.path(), file.reason().word()));
    }
  }

  private static String counts(Collection<Finding> findings) {
    if (findings.isEmpty()) {
      return "nothing";
    }
    return Stream.of(Severity.ERROR, Severity.WARNING, Severity.INFO)
        .map(severity -> count(findings, severity))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String count(Collection<Finding> findings, Severity severity) {
    int number = (int) findings.stream().filter(finding -> finding.severity() == severity).count();
    if (number == 0) {
      return "";
    }
    return severity == Severity.INFO
        ? number + " for information"
        : Sentences.count(number, severity.word());
  }
}
