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
import com.googlesource.gerrit.plugins.eventletguard.change.SkippedFile;
import com.googlesource.gerrit.plugins.eventletguard.policy.JudgedReport;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A review as a Zuul job returns it: the data of Ansible's module {@code zuul_return}, with {@code
 * file_comments} and {@code warnings} and nothing that Zuul does not know.
 *
 * <p>Zuul passes the message of a comment on and drops the level, so that the message says how much
 * a finding matters; it remembers nothing of what it said on earlier patch sets, so that there are
 * few comments; and not every Gerrit takes them, so that the warnings name every finding.
 */
public final class ZuulReturn {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /**
   * Zuul cuts its whole message at 16,056 characters, and other jobs have something to say, too.
   */
  private static final int MOST_LISTED_BYTES = 8_000;

  /**
   * How much is said inline.
   *
   * @param from the least severity that gets a comment
   * @param mostComments how many comments there are at most, the gravest first
   */
  public record Limits(Severity from, int mostComments) {}

  private final List<Finding> findings;
  private final Map<String, List<Map<String, Object>>> comments = new TreeMap<>();
  private final List<String> leftOut = new ArrayList<>();

  private ZuulReturn(List<Finding> findings) {
    this.findings = findings.stream().sorted(Finding.GRAVEST_FIRST).toList();
  }

  /**
   * The data for what a change introduces.
   *
   * @param remarks sentences on the change as a whole
   * @param changedPaths the files of the change; Zuul takes comments on these alone
   */
  public static String of(
      JudgedReport report, List<String> remarks, Set<String> changedPaths, Limits limits) {
    ZuulReturn result = new ZuulReturn(report.counted().introduced());
    int commented = result.addComments(changedPaths, limits);
    Map<String, Object> zuul = new LinkedHashMap<>();
    zuul.put("file_comments", result.comments);
    zuul.put("warnings", result.warnings(remarks, commented, report.skipped()));
    return GSON.toJson(Map.of("zuul", zuul)) + "\n";
  }

  /**
   * Adds the comments that are due.
   *
   * @return how many there are
   */
  private int addComments(Set<String> changedPaths, Limits limits) {
    ZuulCommentCheck check = new ZuulCommentCheck(changedPaths);
    List<Finding> due =
        findings.stream()
            .filter(finding -> finding.severity().compareTo(limits.from()) >= 0)
            .limit(limits.mostComments())
            .sorted(Finding.ORDER)
            .toList();
    int added = 0;
    for (Finding finding : due) {
      Map<String, Object> comment = comment(finding);
      Optional<String> problem = check.problem(finding.path(), comment);
      if (problem.isPresent()) {
        // One that Zuul refuses would take all others with it.
        leftOut.add(
            "Eventlet Guard: a comment on %s was left out (%s); this is a defect."
                .formatted(finding.path(), problem.get()));
      } else {
        comments.computeIfAbsent(finding.path(), path -> new ArrayList<>()).add(comment);
        added++;
      }
    }
    return added;
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
        "message",
        Messages.comment(finding, Documentation.NONE, FixOffer.NONE, Room.DEFAULT.commentBytes()));
    return comment;
  }

  /** All that there is, for those who see no comment, and what was not looked at. */
  private List<String> warnings(List<String> remarks, int commented, List<SkippedFile> skipped) {
    List<String> warnings = new ArrayList<>(remarks);
    if (!findings.isEmpty()) {
      warnings.add(
          "Eventlet Guard: this change introduces %d errors, %d warnings and %d for information;"
                  .formatted(count(Severity.ERROR), count(Severity.WARNING), count(Severity.INFO))
              + " %d of them have a comment.".formatted(commented)
              + list(findings.stream().map(ZuulReturn::line).toList()));
    }
    if (!skipped.isEmpty()) {
      warnings.add(
          "Eventlet Guard: files that were not scanned: %d.".formatted(skipped.size())
              + list(
                  skipped.stream()
                      .map(file -> "%s (%s)".formatted(file.path(), file.reason().word()))
                      .toList()));
    }
    warnings.addAll(leftOut);
    return warnings;
  }

  private static String line(Finding finding) {
    return "%s:%d: %s"
        .formatted(finding.path(), finding.range().startLine(), Heading.line(finding));
  }

  /** Indented lines, as many as there is room for. */
  private static String list(List<String> lines) {
    StringBuilder list = new StringBuilder();
    int bytes = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = "\n    " + lines.get(i).replaceAll("\\s+", " ");
      bytes += line.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MOST_LISTED_BYTES) {
        return list.append("\n    and %d more in the job's report".formatted(lines.size() - i))
            .toString();
      }
      list.append(line);
    }
    return list.toString();
  }

  private long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
