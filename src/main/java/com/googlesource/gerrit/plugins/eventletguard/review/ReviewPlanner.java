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
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what to say about a patch set. The same report, state and settings give the same plan,
 * and once a plan is carried out, the next one for the same report is empty.
 */
public final class ReviewPlanner {
  private final ReviewSettings settings;

  public ReviewPlanner(ReviewSettings settings) {
    this.settings = settings;
  }

  /**
   * The plan for a patch set.
   *
   * @param report what it does
   * @param remarks what its commit says about itself
   * @param state how its change stands
   */
  public ReviewPlan plan(ChangeReport report, CommitRemarks remarks, ReviewState state) {
    List<Finding> judged = atLeastWarning(report.introduced());
    List<Finding> commentable =
        judged.stream().filter(finding -> state.paths().contains(finding.path())).toList();
    Set<Finding> told =
        new ThreadMatcher(state.paths()).match(commentable, state.threads()).keySet();
    List<Finding> inline = chooseInline(commentable, told);
    Vote due = new Vote(settings.label().orElse(""), dueValue(report, remarks));
    Optional<Ballot> ballot = state.ballot().filter(b -> b.current() != due.value());
    Optional<Vote> vote = ballot.filter(b -> b.permits(due.value())).map(b -> due);
    Optional<Vote> withheld = ballot.filter(b -> !b.permits(due.value())).map(b -> due);

    Summary summary =
        new Summary(
            report,
            remarks,
            judged,
            inline.size(),
            told.size(),
            judged.stream().filter(finding -> !state.paths().contains(finding.path())).toList());
    boolean speak = !inline.isEmpty() || vote.isPresent() || summary.hasNewsSince(state.messages());
    return new ReviewPlan(
        inline.stream().map(finding -> comment(finding, remarks)).toList(),
        speak ? Optional.of(summary.text()) : Optional.empty(),
        vote,
        withheld);
  }

  private InlineComment comment(Finding finding, CommitRemarks remarks) {
    boolean unresolved =
        settings.fails(finding.severity())
            && !settings.postResolved()
            && remarks.skipReason().isEmpty();
    return new InlineComment(
        finding.path(), finding.range(), Messages.comment(finding), unresolved);
  }

  /** The gravest first while there is room, then in the order of the report. */
  private List<Finding> chooseInline(List<Finding> findings, Set<Finding> told) {
    int room = Math.max(0, settings.maxInlineComments() - told.size());
    Set<Finding> chosen =
        new HashSet<>(
            findings.stream()
                .filter(finding -> !told.contains(finding))
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .limit(room)
                .toList());
    return findings.stream().filter(chosen::contains).toList();
  }

  private int dueValue(ChangeReport report, CommitRemarks remarks) {
    if (remarks.skipReason().isPresent()) {
      return 0;
    }
    if (report.introduced().stream().anyMatch(finding -> settings.fails(finding.severity()))) {
      // On balance a change that removes more does what is wanted; its comments are enough.
      return removesMore(report)
          ? Math.max(settings.voteOnFindings(), 0)
          : settings.voteOnFindings();
    }
    return report.complete() && remarks.origin().isEmpty()
        ? settings.voteOnClean()
        : Math.min(settings.voteOnClean(), 0);
  }

  /** Whether a change takes more away than it brings, advice aside. */
  static boolean removesMore(ChangeReport report) {
    return atLeastWarning(report.removed()).size() > atLeastWarning(report.introduced()).size();
  }

  private static List<Finding> atLeastWarning(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.severity().compareTo(Severity.WARNING) >= 0)
        .toList();
  }
}
