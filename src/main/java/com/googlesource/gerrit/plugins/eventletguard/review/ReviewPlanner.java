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
import com.googlesource.gerrit.plugins.eventletguard.change.Location;
import com.googlesource.gerrit.plugins.eventletguard.fix.Fix;
import com.googlesource.gerrit.plugins.eventletguard.policy.JudgedReport;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what to say about a patch set. The same report, state and settings give the same plan,
 * and once a plan is carried out, the next one for the same report is empty.
 */
public final class ReviewPlanner {
  private final ReviewSettings settings;
  private final Documentation documentation;
  private final FixOffer offer;

  /**
   * @param settings the project's
   * @param documentation what comments link to
   * @param offer the fixes that comments offer
   */
  public ReviewPlanner(ReviewSettings settings, Documentation documentation, FixOffer offer) {
    this.settings = settings;
    this.documentation = documentation;
    this.offer = offer;
  }

  /**
   * The plan for a patch set.
   *
   * @param judged what it does
   * @param remarks what its commit says about itself
   * @param state how its change stands
   * @param history the patch sets so far, the one under review included
   * @throws IOException if the history cannot be read
   */
  public ReviewPlan plan(
      JudgedReport judged, CommitRemarks remarks, ReviewState state, ChangeHistory history)
      throws IOException {
    Strictness strictness = new Strictness(settings, remarks);
    ChangeReport report = judged.counted();
    ThreadKeeper threads = new ThreadKeeper(judged, strictness, state);
    new ThreadTracer(history)
        .trace(state.threads().stream().filter(thread -> !thread.isOver()).toList())
        .forEach(threads::keep);

    List<Finding> commentable =
        report.introduced().stream().filter(finding -> isCommentable(finding.severity())).toList();
    Vote due =
        new Vote(settings.label().orElse(""), dueValue(report, strictness, threads.accepted()));
    List<Reply> replies = new ArrayList<>(threads.replies());
    if (state.ballot().isPresent() && due.value() < 0) {
      threads.reviewerNeeded().ifPresent(replies::add);
    }
    Space space = new Space(state.room());
    replies = replies.stream().filter(reply -> space.take(size(reply.message()))).toList();
    List<InlineComment> comments = comments(commentable, threads.told(), strictness, state, space);

    Summary summary =
        new Summary(
            report,
            judged.hints(),
            remarks,
            new Summary.Counts(
                commentable,
                comments.size(),
                count(commentable, threads.told()),
                count(commentable, threads.accepted()),
                (int) replies.stream().filter(reply -> reply.kind() == ReplyKind.GONE).count(),
                commentable.stream()
                    .filter(finding -> !threads.told().contains(Location.of(finding)))
                    .filter(finding -> !state.paths().contains(finding.path()))
                    .toList()));
    return plan(comments, replies, due, summary, state);
  }

  private static ReviewPlan plan(
      List<InlineComment> comments,
      List<Reply> replies,
      Vote due,
      Summary summary,
      ReviewState state) {
    Optional<Ballot> ballot = state.ballot().filter(b -> b.current() != due.value());
    Optional<Vote> vote = ballot.filter(b -> b.permits(due.value())).map(b -> due);
    Optional<Vote> withheld = ballot.filter(b -> !b.permits(due.value())).map(b -> due);
    boolean speak =
        !comments.isEmpty()
            || !replies.isEmpty()
            || vote.isPresent()
            || summary.hasNewsSince(state.messages());
    return new ReviewPlan(
        comments,
        replies,
        speak && Space.hasRoomForMessage(state.room())
            ? Optional.of(Markdown.cut(summary.text(), state.room().commentBytes()))
            : Optional.empty(),
        vote,
        withheld);
  }

  private static boolean isCommentable(Severity severity) {
    return severity.compareTo(Severity.WARNING) >= 0;
  }

  private static int count(List<Finding> findings, Set<Location> among) {
    return (int) findings.stream().map(Location::of).filter(among::contains).count();
  }

  /** The gravest first while there is room, then in the order of the report. */
  private List<InlineComment> comments(
      List<Finding> findings,
      Set<Location> told,
      Strictness strictness,
      ReviewState state,
      Space space) {
    List<Finding> untold =
        findings.stream()
            .filter(finding -> state.paths().contains(finding.path()))
            .filter(finding -> !told.contains(Location.of(finding)))
            .sorted(Comparator.comparing(Finding::severity).reversed())
            .limit(Math.max(0, settings.maxInlineComments() - count(findings, told)))
            .toList();
    Map<Location, InlineComment> chosen = new HashMap<>();
    int most = state.room().commentBytes();
    for (Finding finding : untold) {
      String message = Messages.comment(finding, documentation, offer, most);
      Optional<Fix> fix = offer.toStore(finding).filter(one -> size(message) + size(one) <= most);
      if (space.take(size(message) + fix.map(ReviewPlanner::size).orElse(0))) {
        chosen.put(
            Location.of(finding),
            new InlineComment(
                finding.path(),
                finding.range(),
                message,
                strictness.whyResolved(finding.severity()).isEmpty(),
                fix));
      }
    }
    return findings.stream()
        .flatMap(finding -> Optional.ofNullable(chosen.get(Location.of(finding))).stream())
        .toList();
  }

  /** In bytes, as a server counts what it keeps. */
  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static int size(Fix fix) {
    return size(fix.description())
        + fix.replacements().stream().mapToInt(one -> size(one.path()) + size(one.text())).sum();
  }

  private int dueValue(ChangeReport report, Strictness strictness, Set<Location> accepted) {
    if (strictness.remarks().skipReason().isPresent()) {
      return 0;
    }
    List<Finding> failing =
        report.introduced().stream()
            .filter(finding -> strictness.fails(finding.severity()))
            .toList();
    if (count(failing, accepted) < failing.size()) {
      // On balance a change that removes more does what is wanted; its comments are enough.
      return removesMore(report)
          ? Math.max(settings.voteOnFindings(), 0)
          : settings.voteOnFindings();
    }
    boolean praised =
        failing.isEmpty() && report.complete() && strictness.remarks().origin().isEmpty();
    return praised ? settings.voteOnClean() : Math.min(settings.voteOnClean(), 0);
  }

  /** Whether a change takes more away than it brings, advice aside. */
  static boolean removesMore(ChangeReport report) {
    return countCommentable(report.removed()) > countCommentable(report.introduced());
  }

  private static long countCommentable(List<Finding> findings) {
    return findings.stream().filter(finding -> isCommentable(finding.severity())).count();
  }

  /** What is left of the room while a review grows. One message comes with it. */
  private static final class Space {
    private int entries;
    private long bytes;

    Space(Room room) {
      entries = room.entries() - 1;
      bytes = room.totalBytes() - Room.OVERHEAD - room.commentBytes();
    }

    static boolean hasRoomForMessage(Room room) {
      return room.entries() > 0 && room.totalBytes() >= Room.OVERHEAD + room.commentBytes();
    }

    boolean take(int textSize) {
      int size = Room.OVERHEAD + textSize;
      if (entries <= 0 || bytes < size) {
        return false;
      }
      entries--;
      bytes -= size;
      return true;
    }
  }
}
