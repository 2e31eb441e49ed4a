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
import com.googlesource.gerrit.plugins.eventletguard.change.FollowedFindings;
import com.googlesource.gerrit.plugins.eventletguard.change.SkippedFile;
import com.googlesource.gerrit.plugins.eventletguard.policy.JudgedReport;
import com.googlesource.gerrit.plugins.eventletguard.policy.Judgement;
import com.googlesource.gerrit.plugins.eventletguard.rules.Alternative;
import com.googlesource.gerrit.plugins.eventletguard.rules.Correspondence;
import com.googlesource.gerrit.plugins.eventletguard.rules.FixSafety;
import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.Rule;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import com.googlesource.gerrit.plugins.eventletguard.scan.SkipReason;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings and reports to plan reviews from. */
final class Findings {
  static final String PATH = "nova/compute/manager.py";

  private Findings() {}

  static Finding error(String path, int line, String symbol) {
    return finding("EVT110", Severity.ERROR, path, line, symbol);
  }

  static Finding warning(String path, int line, String symbol) {
    return finding("EVT300", Severity.WARNING, path, line, symbol);
  }

  static Finding advice(String path, int line, String symbol) {
    return finding("EVT190", Severity.INFO, path, line, symbol);
  }

  static Finding finding(String rule, Severity severity, String path, int line, String symbol) {
    return finding(rule, severity, path, line, symbol, "A reason.", List.of("`threading.Thread`"));
  }

  static Finding finding(
      String rule,
      Severity severity,
      String path,
      int line,
      String symbol,
      String reason,
      List<String> alternatives) {
    Pattern pattern =
        new Pattern(
            new Rule(rule, "green-thread", "Green thread", "Threads"),
            rule,
            Set.of(UsageKind.USE),
            List.of(symbol),
            severity,
            reason,
            alternatives.stream().map(Alternative::of).toList(),
            Optional.of(URI.create("https://removal.eventlet.org/guide/migrating-to-threading/")),
            List.of(),
            FixSafety.NONE,
            Optional.empty(),
            Optional.empty(),
            /* everyStage= */ false,
            Correspondence.NONE);
    return new Finding(
        pattern,
        path,
        new Usage(
            UsageKind.USE,
            symbol,
            new Range(line, 4, line, 4 + symbol.length()),
            symbol,
            symbol + "()"));
  }

  static ChangeReport introducing(Finding... findings) {
    return new ChangeReport(List.of(findings), List.of(), 0, List.of(), List.of());
  }

  static ChangeReport withRemoved(ChangeReport report, Finding... removed) {
    return new ChangeReport(
        report.introduced(), List.of(removed), 0, report.shifted(), report.skipped());
  }

  static ChangeReport withShifted(ChangeReport report, Finding... shifted) {
    return new ChangeReport(
        report.introduced(), report.removed(), 0, List.of(shifted), report.skipped());
  }

  static ChangeReport withSkipped(ChangeReport report, String path) {
    return withSkipped(report, SkipReason.TOO_LARGE, path);
  }

  static ChangeReport withSkipped(ChangeReport report, SkipReason reason, String... paths) {
    return new ChangeReport(
        report.introduced(),
        report.removed(),
        0,
        report.shifted(),
        Stream.of(paths).map(path -> new SkippedFile(path, reason)).toList());
  }

  /** The files that the findings of reports stand in. */
  static Set<String> paths(ChangeReport report) {
    return report.introduced().stream().map(Finding::path).collect(Collectors.toSet());
  }

  /** A report in which everything counts. */
  static JudgedReport judged(ChangeReport report) {
    return new JudgedReport(
        judged(report.introduced()),
        judged(report.removed()),
        report.kept(),
        judged(report.shifted()),
        report.skipped());
  }

  private static List<Judgement> judged(List<Finding> findings) {
    return findings.stream().map(finding -> new Judgement(finding, Optional.empty())).toList();
  }

  /** A change of one patch set. */
  static ChangeHistory onlyPatchSet(ChangeReport report) {
    return new ChangeHistory() {
      @Override
      public List<PatchSet> patchSets() {
        return List.of(new PatchSet(1, Instant.EPOCH));
      }

      @Override
      public Optional<ChangeReport> report(int patchSet) {
        return Optional.of(report);
      }

      @Override
      public FollowedFindings follow(int from, int to, Set<String> paths) {
        throw new AssertionError("there is only one patch set");
      }
    };
  }

  static Stream<Finding> many(int count) {
    return Stream.iterate(1, line -> line + 1)
        .limit(count)
        .map(line -> error(PATH, line, "eventlet.spawn"));
  }
}
