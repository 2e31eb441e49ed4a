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

import com.googlesource.gerrit.plugins.eventletguard.change.Location;
import com.googlesource.gerrit.plugins.eventletguard.policy.JudgedReport;
import com.googlesource.gerrit.plugins.eventletguard.policy.Judgement;
import com.googlesource.gerrit.plugins.eventletguard.policy.Silence;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what is to be said in the threads that exist: an open thread of ours in which no person
 * spoke last is closed with a reason when its finding is gone or no longer counts. All others are
 * left alone.
 */
final class ThreadKeeper {
  private final Strictness strictness;
  private final ReviewState state;
  private final Map<Location, Judgement> introduced = new HashMap<>();

  private final List<Reply> replies = new ArrayList<>();
  private final Set<Location> told = new HashSet<>();
  private final Set<Location> accepted = new HashSet<>();
  private final List<ReviewThread> resolvedByAuthor = new ArrayList<>();

  ThreadKeeper(JudgedReport report, Strictness strictness, ReviewState state) {
    this.strictness = strictness;
    this.state = state;
    report
        .introduced()
        .forEach(judgement -> introduced.put(Location.of(judgement.finding()), judgement));
  }

  /** What is to be answered. */
  List<Reply> replies() {
    return replies;
  }

  /** The findings that a thread tells of already. */
  Set<Location> told() {
    return told;
  }

  /** Those of them whose thread was resolved by someone who can accept them. */
  Set<Location> accepted() {
    return accepted;
  }

  /**
   * What tells an author who resolved a thread that this does not lift the vote.
   *
   * @return empty when no author did, or has been told on this change
   */
  Optional<Reply> reviewerNeeded() {
    boolean said =
        state.threads().stream().anyMatch(thread -> thread.has(ReplyKind.REVIEWER_NEEDED));
    return said
        ? Optional.empty()
        : resolvedByAuthor.stream()
            .findFirst()
            .map(thread -> reply(thread, ReplyKind.REVIEWER_NEEDED, untilAccepted()));
  }

  /** Looks at one thread. */
  void keep(ReviewThread thread, Trace trace) {
    switch (trace.status()) {
      case THERE -> keepThere(thread, trace);
      case GONE ->
          close(
              thread,
              ReplyKind.GONE,
              "%d: the change no longer introduces it. Thank you!".formatted(trace.goneSince()));
      case NOT_RECOGNISED ->
          close(
              thread,
              ReplyKind.NOT_COUNTED,
              "the rules have changed since, and find nothing here.");
      case UNKNOWN -> {
        // Nothing can be said of it.
      }
    }
  }

  private void keepThere(ReviewThread thread, Trace trace) {
    if (resolvedBeforeItCameBack(thread, trace)) {
      return;
    }
    Location location = trace.location().orElseThrow();
    Judgement judgement = introduced.get(location);
    if (judgement == null) {
      // The report is partial, or the rules changed since it was made: nothing can be said of it.
      return;
    }
    Optional<String> silence = judgement.silence().map(Silence::reason);
    if (silence.isPresent()) {
      close(thread, ReplyKind.NOT_COUNTED, silence.get());
    } else if (judgement.finding().severity() == Severity.INFO) {
      close(thread, ReplyKind.NOT_COUNTED, "it is only advice on this branch now.");
    } else {
      told.add(location);
      strictness
          .whyResolved(judgement.finding().severity())
          .ifPresent(why -> close(thread, ReplyKind.NO_ANSWER_NEEDED, why));
      noteResolution(thread, location);
    }
  }

  /** Such a thread is about what was there before; what has come back is told anew. */
  private static boolean resolvedBeforeItCameBack(ReviewThread thread, Trace trace) {
    return thread
        .resolvedAt()
        .filter(at -> trace.backSince().filter(at::isBefore).isPresent())
        .isPresent();
  }

  private void noteResolution(ReviewThread thread, Location location) {
    Optional<Speaker> by = thread.resolvedBy();
    if (by.equals(Optional.of(Speaker.REVIEWER))) {
      accepted.add(location);
    } else if (by.equals(Optional.of(Speaker.AUTHOR))) {
      resolvedByAuthor.add(thread);
    }
  }

  private void close(ReviewThread thread, ReplyKind kind, String why) {
    if (thread.isOpen() && !thread.personSpokeLast()) {
      replies.add(reply(thread, kind, why));
    }
  }

  private Reply reply(ReviewThread thread, ReplyKind kind, String rest) {
    return new Reply(
        Optional.of(thread.path()).filter(state.paths()::contains),
        thread.lastComment(),
        kind,
        kind.message(rest));
  }

  private String untilAccepted() {
    String until = "until a patch set comes without this usage";
    return state
        .acceptance()
        .map(
            vote ->
                "%s, or someone who may vote %s %+d, and neither owns nor uploaded the change, resolves this thread too."
                    .formatted(until, vote.label(), vote.value()))
        .orElse(until + ".");
  }
}
