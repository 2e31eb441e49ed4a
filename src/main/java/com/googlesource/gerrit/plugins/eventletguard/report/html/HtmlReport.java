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
import com.googlesource.gerrit.plugins.eventletguard.fix.Fixes;
import com.googlesource.gerrit.plugins.eventletguard.policy.JudgedReport;
import com.googlesource.gerrit.plugins.eventletguard.policy.Judgement;
import com.googlesource.gerrit.plugins.eventletguard.policy.Silence;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A report as one page that needs nothing else: summary, by rule, by file, the code with its range
 * marked, light or dark as the reader's system is. The same report gives the same bytes.
 */
public final class HtmlReport {
  private static final String TEMPLATE = "report.html";

  private final Excerpts excerpts;
  private final Fixes fixes;

  private HtmlReport(Excerpts excerpts, Fixes fixes) {
    this.excerpts = excerpts;
    this.fixes = fixes;
  }

  /**
   * What a change introduces.
   *
   * @param remarks sentences on the change as a whole
   * @param excerpts the code of the new side
   * @param fixes of what it introduces
   */
  public static String of(
      JudgedReport report, List<String> remarks, Excerpts excerpts, Fixes fixes) {
    Map<String, Object> page =
        new HtmlReport(excerpts, fixes).page(report.introduced(), report.skipped());
    page.put("subject", "what this change introduces");
    page.put("remarks", remarks);
    List<Object> counts = new ArrayList<>((List<?>) page.get("counts"));
    counts.add(count("", report.removed().size(), "removed"));
    counts.add(count("", report.kept(), "kept"));
    page.put("counts", counts);
    return Template.print(TEMPLATE, page);
  }

  /** What stands in files. */
  public static String of(
      List<Judgement> findings, List<SkippedFile> skipped, Excerpts excerpts, Fixes fixes) {
    Map<String, Object> page = new HtmlReport(excerpts, fixes).page(findings, skipped);
    page.put("subject", "what stands in these files");
    page.put("remarks", List.of());
    return Template.print(TEMPLATE, page);
  }

  private Map<String, Object> page(
      Collection<Judgement> judgements, Collection<SkippedFile> skipped) {
    List<Finding> findings =
        judgements.stream().filter(Judgement::counts).map(Judgement::finding).toList();
    List<Judgement> silent = judgements.stream().filter(judgement -> !judgement.counts()).toList();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("headline", headline(findings.size()));
    page.put(
        "counts",
        List.of(
            count("error", number(findings, Severity.ERROR), "errors"),
            count("warning", number(findings, Severity.WARNING), "warnings"),
            count("info", number(findings, Severity.INFO), "for information"),
            count("", silent.size(), "silenced")));
    page.put("hasFindings", !findings.isEmpty());
    page.put("rules", rules(findings));
    page.put("files", files(findings));
    page.put("hasSilenced", !silent.isEmpty());
    page.put("silenced", silent.stream().map(HtmlReport::silenced).toList());
    page.put("hasSkipped", !skipped.isEmpty());
    page.put(
        "skipped",
        skipped.stream()
            .map(file -> Map.of("path", file.path(), "why", file.reason().word()))
            .toList());
    return page;
  }

  private static String headline(int findings) {
    return switch (findings) {
      case 0 -> "No use of Eventlet";
      case 1 -> "One use of Eventlet";
      default -> findings + " uses of Eventlet";
    };
  }

  private static Map<String, Object> count(String style, int number, String label) {
    return Map.of("style", style, "number", number, "label", label);
  }

  private static int number(List<Finding> findings, Severity severity) {
    return (int) findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  private static List<Map<String, Object>> rules(List<Finding> findings) {
    Map<String, List<Finding>> byRule = new TreeMap<>();
    findings.forEach(
        finding ->
            byRule.computeIfAbsent(finding.rule().id(), id -> new ArrayList<>()).add(finding));
    return byRule.values().stream()
        .map(
            group ->
                Map.<String, Object>of(
                    "id", group.getFirst().rule().id(),
                    "title", group.getFirst().rule().title(),
                    "guide", guide(group.getFirst()),
                    "number", group.size()))
        .toList();
  }

  private List<Map<String, Object>> files(List<Finding> findings) {
    Map<String, List<Finding>> byPath = new LinkedHashMap<>();
    findings.forEach(
        finding -> byPath.computeIfAbsent(finding.path(), path -> new ArrayList<>()).add(finding));
    List<Map<String, Object>> files = new ArrayList<>();
    byPath.forEach(
        (path, group) ->
            files.add(
                Map.of(
                    "path",
                    path,
                    "anchor",
                    "file-" + (files.size() + 1),
                    "number",
                    group.size(),
                    "findings",
                    group.stream().map(this::finding).toList())));
    return files;
  }

  private Map<String, Object> finding(Finding finding) {
    List<Excerpts.Line> code = excerpts.around(finding.path(), finding.range());
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("severity", finding.severity().word());
    members.put("id", finding.rule().id());
    members.put("title", finding.rule().title());
    members.put("line", finding.range().startLine());
    members.put("symbol", finding.usage().symbol());
    members.put("hasCode", !code.isEmpty());
    members.put("code", code.stream().map(HtmlReport::line).toList());
    members.put("reason", parts(finding.reason()));
    members.put("hasAlternatives", !finding.pattern().alternatives().isEmpty());
    members.put(
        "alternatives",
        finding.pattern().alternatives().stream()
            .map(alternative -> Map.of("parts", parts(alternative.toString())))
            .toList());
    members.put("fix", fixes.of(finding).map(FixDiff::of).stream().toList());
    members.put("guide", guide(finding));
    return members;
  }

  /** As a list of at most one, of which the template makes a link for each. */
  private static List<String> guide(Finding finding) {
    return finding.pattern().guide().map(Object::toString).stream().toList();
  }

  private static Map<String, Object> line(Excerpts.Line line) {
    return Map.of(
        "number", line.number(),
        "before", line.before(),
        "marked", line.marked(),
        "after", line.after());
  }

  /** Sentences cut where backticks begin and end code. */
  private static List<Map<String, Object>> parts(String sentences) {
    String[] parts = sentences.split("`", -1);
    List<Map<String, Object>> cut = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      cut.add(Map.of("isCode", i % 2 == 1, "text", parts[i]));
    }
    return cut;
  }

  private static Map<String, Object> silenced(Judgement judgement) {
    Finding finding = judgement.finding();
    return Map.of(
        "path", finding.path(),
        "line", finding.range().startLine(),
        "id", finding.rule().id(),
        "why", parts(judgement.silence().map(Silence::reason).orElse("")));
  }
}
