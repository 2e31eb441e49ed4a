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
import com.googlesource.gerrit.plugins.eventletguard.change.SkippedFile;
import com.googlesource.gerrit.plugins.eventletguard.fix.Fix;
import com.googlesource.gerrit.plugins.eventletguard.fix.Fixes;
import com.googlesource.gerrit.plugins.eventletguard.fix.Replacement;
import com.googlesource.gerrit.plugins.eventletguard.policy.DeprecationHint;
import com.googlesource.gerrit.plugins.eventletguard.policy.JudgedReport;
import com.googlesource.gerrit.plugins.eventletguard.policy.Judgement;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report as one JSON object; {@code resources/Documentation/cli.md} describes its members. The
 * same report gives the same bytes.
 */
public final class JsonReport {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private JsonReport() {}

  /**
   * What a change introduces, removes and keeps.
   *
   * @param fixes of what it introduces
   */
  public static String of(JudgedReport report, Fixes fixes) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("introduced", findings(report.introduced(), fixes));
    root.put("removed", findings(report.removed(), Fixes.NONE));
    root.put("kept", report.kept());
    root.put("shifted", findings(report.shifted(), Fixes.NONE));
    root.put("skipped", skipped(report.skipped()));
    root.put("hints", report.hints().stream().map(JsonReport::hint).toList());
    root.put("summary", summary(report.introduced()));
    return GSON.toJson(root);
  }

  /** What stands in files. */
  public static String of(List<Judgement> findings, List<SkippedFile> skipped, Fixes fixes) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("findings", findings(findings, fixes));
    root.put("skipped", skipped(skipped));
    root.put("summary", summary(findings));
    return GSON.toJson(root);
  }

  private static List<Map<String, Object>> findings(Collection<Judgement> findings, Fixes fixes) {
    return findings.stream().map(judgement -> finding(judgement, fixes)).toList();
  }

  static Map<String, Object> finding(Judgement judgement, Fixes fixes) {
    Finding finding = judgement.finding();
    Map<String, Object> members = finding(finding, finding.severity(), Sentences.message(finding));
    finding.pattern().guide().ifPresent(guide -> members.put("guide", guide.toString()));
    members.put("fixes", fixes.of(finding).stream().map(JsonReport::fix).toList());
    finding.usage().via().ifPresent(via -> members.put("via", via.modules()));
    judgement
        .silence()
        .ifPresent(
            silence -> {
              members.put("silenced_by", silence.by().word());
              members.put("silenced_reason", silence.reason());
            });
    return members;
  }

  private static Map<String, Object> hint(DeprecationHint hint) {
    return finding(hint.finding(), Severity.INFO, hint.message());
  }

  private static Map<String, Object> finding(Finding finding, Severity severity, String message) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("rule", finding.rule().id());
    members.put("severity", severity.word());
    members.put("path", finding.path());
    members.put("range", range(finding.range()));
    members.put("symbol", finding.usage().symbol());
    members.put("kind", finding.usage().kind().word());
    members.put("message", message);
    return members;
  }

  private static Map<String, Object> fix(Fix fix) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("description", fix.description());
    members.put("replacements", fix.replacements().stream().map(JsonReport::replacement).toList());
    return members;
  }

  private static Map<String, Object> replacement(Replacement replacement) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("path", replacement.path());
    members.put("range", range(replacement.range()));
    members.put("replacement", replacement.text());
    return members;
  }

  private static Map<String, Integer> range(Range range) {
    Map<String, Integer> members = new LinkedHashMap<>();
    members.put("start_line", range.startLine());
    members.put("start_character", range.startCharacter());
    members.put("end_line", range.endLine());
    members.put("end_character", range.endCharacter());
    return members;
  }

  static List<Map<String, String>> skipped(Collection<SkippedFile> files) {
    return files.stream()
        .map(
            file -> {
              Map<String, String> members = new LinkedHashMap<>();
              members.put("path", file.path());
              members.put("reason", file.reason().word());
              return members;
            })
        .toList();
  }

  static Map<String, Integer> summary(Collection<Judgement> findings) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      counts.put(severity.word(), Counts.of(findings, severity));
    }
    counts.put("silenced", Counts.silenced(findings));
    return counts;
  }
}
