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

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.googlesource.gerrit.plugins.eventletguard.policy.JudgedReport;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The comments of a review as a Zuul job returns them: the data of Ansible's module {@code
 * zuul_return}, with {@code file_comments} and {@code warnings} and nothing that Zuul does not
 * know.
 *
 * <p>Zuul passes the message on and drops the level, so that the message says how much a finding
 * matters; and it remembers nothing of what it said on earlier patch sets, so that there are few.
 */
public final class ZuulComments {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private ZuulComments() {}

  /**
   * The data for what a change introduces.
   *
   * @param remarks sentences on the change as a whole
   * @param from the least severity that gets a comment
   * @param mostComments how many comments there are at most, the gravest first
   */
  public static String of(
      JudgedReport report, List<String> remarks, Severity from, int mostComments) {
    List<Finding> all =
        report.counted().introduced().stream()
            .filter(finding -> finding.severity().compareTo(from) >= 0)
            .toList();
    List<Finding> shown =
        all.stream()
            .sorted(Comparator.comparing(Finding::severity).reversed())
            .limit(mostComments)
            .sorted(Finding.ORDER)
            .toList();
    Map<String, List<Map<String, Object>>> comments = new TreeMap<>();
    shown.forEach(
        finding ->
            comments
                .computeIfAbsent(finding.path(), path -> new ArrayList<>())
                .add(comment(finding)));
    Map<String, Object> zuul = new LinkedHashMap<>();
    zuul.put("file_comments", comments);
    zuul.put("warnings", warnings(report, remarks, shown.size()));
    return GSON.toJson(Map.of("zuul", zuul)) + "\n";
  }

  private static Map<String, Object> comment(Finding finding) {
    Range range = finding.range();
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("start_line", range.startLine());
    place.put("start_character", range.startCharacter());
    place.put("end_line", range.endLine());
    place.put("end_character", range.endCharacter());
    Map<String, Object> comment = new LinkedHashMap<>();
    // Gerrit shows a comment under the last line of its range.
    comment.put("line", range.endLine());
    comment.put("range", place);
    comment.put("level", finding.severity().word());
    comment.put(
        "message", Messages.comment(finding, Documentation.NONE, Room.DEFAULT.commentBytes()));
    return comment;
  }

  /** What comments do not say: how much there is, and what was not looked at. */
  private static List<String> warnings(JudgedReport report, List<String> remarks, int comments) {
    List<String> warnings = new ArrayList<>(remarks);
    List<Finding> counted = report.counted().introduced();
    if (!counted.isEmpty()) {
      warnings.add(
          "Eventlet Guard: this change introduces %d errors, %d warnings and %d for information;"
                  .formatted(
                      count(counted, Severity.ERROR),
                      count(counted, Severity.WARNING),
                      count(counted, Severity.INFO))
              + " %d of them have a comment.".formatted(comments));
    }
    report
        .skipped()
        .forEach(
            file ->
                warnings.add(
                    "Eventlet Guard: %s was not scanned (%s)."
                        .formatted(file.path(), file.reason().word())));
    return warnings;
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
