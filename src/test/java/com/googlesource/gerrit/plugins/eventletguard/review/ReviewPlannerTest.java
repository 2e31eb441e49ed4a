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

import static com.google.common.truth.Truth.assertThat;
import static com.googlesource.gerrit.plugins.eventletguard.review.Findings.PATH;
import static com.googlesource.gerrit.plugins.eventletguard.review.Findings.advice;
import static com.googlesource.gerrit.plugins.eventletguard.review.Findings.error;
import static com.googlesource.gerrit.plugins.eventletguard.review.Findings.introducing;
import static com.googlesource.gerrit.plugins.eventletguard.review.Findings.warning;

import com.googlesource.gerrit.plugins.eventletguard.change.ChangeReport;
import com.googlesource.gerrit.plugins.eventletguard.policy.DeprecationHint;
import com.googlesource.gerrit.plugins.eventletguard.policy.JudgedReport;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import com.googlesource.gerrit.plugins.eventletguard.scan.SkipReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ReviewPlannerTest {
  private static final String LABEL = "Eventlet-Free";
  private static final ReviewSettings SETTINGS =
      settings(Optional.of(LABEL), 0, ReviewSettings.DEFAULT.maxInlineComments());
  private static final Ballot NOT_VOTED = new Ballot(Set.of(-1, 0, 1), 0);
  private static final Ballot VOTED_DOWN = new Ballot(Set.of(-1, 0, 1), -1);

  @Test
  void errorsAndWarningsAreUnresolvedCommentsOnTheirRanges() {
    ReviewPlan plan =
        plan(introducing(error(PATH, 3, "eventlet.spawn"), warning("nova.conf", 7, "option")));

    assertThat(plan.comments().stream().map(InlineComment::path))
        .containsExactly(PATH, "nova.conf")
        .inOrder();
    assertThat(plan.comments().stream().map(InlineComment::range))
        .containsExactly(new Range(3, 4, 3, 18), new Range(7, 4, 7, 10))
        .inOrder();
    assertThat(plan.comments().stream().map(InlineComment::unresolved)).containsExactly(true, true);
  }

  @Test
  void changeWithoutFindingsIsNotSpokenTo() {
    assertThat(plan(introducing()).isEmpty()).isTrue();
  }

  @Test
  void skippedFileAloneIsNotSpokenOf() {
    assertThat(plan(Findings.withSkipped(introducing(), "big.py")).isEmpty()).isTrue();
  }

  @Test
  void adviceOnDeletedOptionsStandsInTheMessageOnce() {
    DeprecationHint first = new DeprecationHint(warning("a.py", 3, "one"), "Deprecate it first.");
    DeprecationHint second = new DeprecationHint(warning("b.py", 7, "two"), "And this one.");
    JudgedReport report =
        new JudgedReport(List.of(), List.of(), 0, List.of(), List.of(), List.of(first, second));

    ReviewState before = state(introducing(), List.of(), NOT_VOTED);

    ReviewPlan plan = plan(SETTINGS, report, CommitRemarks.NONE, before);
    ReviewState after = state(introducing(), plan.message().stream().toList(), NOT_VOTED);

    assertThat(plan.comments()).isEmpty();
    assertThat(plan.message().orElseThrow())
        .contains(
            "Deprecate it first. The same goes for what else it deletes: `b.py` line 7 `two`"
                + " (EVT300).");
    assertThat(plan(SETTINGS, report, CommitRemarks.NONE, after).isEmpty()).isTrue();
  }

  @Test
  void skippedFileIsNamedBesideFindings() {
    ChangeReport report =
        Findings.withSkipped(introducing(error(PATH, 3, "eventlet.spawn")), "big.py");

    assertThat(plan(report).message().orElseThrow()).contains("`big.py` (too-large)");
  }

  @Test
  void partOfTheChangeThatWasNotLookedAtIsCountedOnce() {
    ChangeReport report =
        Findings.withSkipped(introducing(), SkipReason.OVER_BUDGET, "a.py", "b.py");

    String said = plan(report).message().orElseThrow();

    assertThat(said)
        .isEqualTo(
            """
            This patch set introduces no Eventlet usage in what was scanned.

            This patch set is larger than what is looked at; files that were left out: 2.\
            """);
    assertThat(plan(report, state(report, List.of(said), NOT_VOTED)).isEmpty()).isTrue();
  }

  @Test
  void adviceIsInTheSummaryOnly() {
    ReviewPlan plan = plan(introducing(advice(PATH, 3, "eventlet.hubs")));

    assertThat(plan.comments()).isEmpty();
    assertThat(plan.vote()).isEmpty();
    assertThat(plan.message().orElseThrow()).contains("Advice without a comment: 1 (EVT190).");
  }

  @Test
  void adviceIsGivenOnce() {
    ChangeReport report = introducing(advice(PATH, 3, "eventlet.hubs"));
    String said = "Patch Set 1:\n\n" + plan(report).message().orElseThrow();

    ReviewPlan again = plan(report, state(report, List.of(said), NOT_VOTED));

    assertThat(again.isEmpty()).isTrue();
  }

  @Test
  void findingIsVotedDown() {
    assertThat(plan(introducing(warning(PATH, 3, "option"))).vote()).hasValue(new Vote(LABEL, -1));
  }

  @Test
  void standingVoteIsNotRepeated() {
    ChangeReport report = introducing(error(PATH, 3, "eventlet.spawn"));

    ReviewPlan plan = plan(report, state(report, List.of(), VOTED_DOWN));

    assertThat(plan.vote()).isEmpty();
    assertThat(plan.comments()).hasSize(1);
  }

  @Test
  void voteIsLiftedWhenFindingsAreGone() {
    ReviewPlan plan = plan(introducing(), state(introducing(), List.of(), VOTED_DOWN));

    assertThat(plan.vote()).hasValue(new Vote(LABEL, 0));
    assertThat(plan.message().orElseThrow())
        .isEqualTo("This patch set introduces no Eventlet usage.");
  }

  @Test
  void voteThatIsNotPermittedIsWithheldAndCostsNoComment() {
    ChangeReport report = introducing(error(PATH, 3, "eventlet.spawn"));

    ReviewPlan plan = plan(report, state(report, List.of(), new Ballot(Set.of(0, 1), 0)));

    assertThat(plan.vote()).isEmpty();
    assertThat(plan.withheld()).hasValue(new Vote(LABEL, -1));
    assertThat(plan.comments()).hasSize(1);
  }

  @Test
  void voteIsNeverPositiveAfterPartialScan() {
    ReviewSettings praising = settings(Optional.of(LABEL), 1, 50);
    ChangeReport partial = Findings.withSkipped(introducing(), "big.py");

    ReviewPlan plan =
        plan(praising, partial, CommitRemarks.NONE, state(partial, List.of(), VOTED_DOWN));

    assertThat(plan.vote()).hasValue(new Vote(LABEL, 0));
  }

  @Test
  void skippedCheckIsCommentedOnResolvedWithItsReasonAndWithoutVote() {
    ReviewPlan plan =
        plan(
            settings(1),
            introducing(error(PATH, 3, "eventlet.spawn")),
            new CommitRemarks(Optional.of("the agent stays"), Optional.empty()),
            state(introducing(error(PATH, 3, "eventlet.spawn")), List.of(), VOTED_DOWN));

    assertThat(plan.comments().stream().map(InlineComment::unresolved)).containsExactly(false);
    assertThat(plan.vote()).hasValue(new Vote(LABEL, 0));
    assertThat(plan.message().orElseThrow()).contains("`the agent stays`");
  }

  @Test
  void backportIsSaidOnceInOneLineWithoutVote() {
    CommitRemarks backport =
        new CommitRemarks(Optional.empty(), Optional.of("It is a backport of Iabc."));
    ReviewPlan plan =
        plan(settings(1), introducing(), backport, state(introducing(), List.of(), NOT_VOTED));

    assertThat(plan.vote()).isEmpty();
    assertThat(plan.message().orElseThrow()).contains("It is a backport of Iabc.");
    assertThat(
            plan(
                    settings(1),
                    introducing(),
                    backport,
                    state(introducing(), List.of(plan.message().orElseThrow()), NOT_VOTED))
                .isEmpty())
        .isTrue();
  }

  @Test
  void findingsBelowTheOneThatFailsAreResolvedCommentsWithoutVote() {
    ReviewSettings lenient = settings(Optional.of(LABEL), 0, 50, Severity.ERROR);
    ChangeReport report = introducing(warning(PATH, 3, "option"));

    ReviewPlan plan =
        plan(lenient, report, CommitRemarks.NONE, state(report, List.of(), NOT_VOTED));

    assertThat(plan.comments().stream().map(InlineComment::unresolved)).containsExactly(false);
    assertThat(plan.vote()).isEmpty();
  }

  @Test
  void cleanChangeGetsThePositiveVoteThatTheProjectWants() {
    ReviewSettings praising = settings(Optional.of(LABEL), 1, 50);

    ReviewPlan plan =
        plan(
            praising,
            introducing(),
            CommitRemarks.NONE,
            state(introducing(), List.of(), NOT_VOTED));

    assertThat(plan.vote()).hasValue(new Vote(LABEL, 1));
  }

  @Test
  void changeThatRemovesMoreIsNotVotedDown() {
    ChangeReport report =
        Findings.withRemoved(
            introducing(error(PATH, 3, "eventlet.spawn")),
            error(PATH, 5, "eventlet.sleep"),
            error(PATH, 6, "eventlet.sleep"));

    ReviewPlan plan = plan(report);

    assertThat(plan.vote()).isEmpty();
    assertThat(plan.message().orElseThrow()).contains("Usages of Eventlet that it takes away: 2.");
  }

  @Test
  void changeThatOnlyRemovesIsThankedOnce() {
    ChangeReport first = Findings.withRemoved(introducing(), error(PATH, 5, "eventlet.sleep"));
    ChangeReport second =
        Findings.withRemoved(
            introducing(), error(PATH, 5, "eventlet.sleep"), error(PATH, 6, "eventlet.sleep"));
    String said = plan(first).message().orElseThrow();

    ReviewPlan again = plan(second, state(second, List.of(said), NOT_VOTED));

    assertThat(said).contains("Thank you");
    assertThat(again.isEmpty()).isTrue();
  }

  @Test
  void carriedOutPlanIsFollowedByNone() {
    ChangeReport report =
        Findings.withShifted(
            introducing(
                error(PATH, 3, "eventlet.spawn"),
                error(PATH, 9, "eventlet.spawn"),
                advice(PATH, 4, "eventlet.hubs")),
            error(PATH, 30, "eventlet.sleep"));

    assertThat(plan(report, after(plan(report), report)).isEmpty()).isTrue();
  }

  @Test
  void findingBeyondTheLimitIsCountedOnce() {
    ChangeReport report =
        introducing(Findings.many(SETTINGS.maxInlineComments() + 7).toArray(Finding[]::new));

    ReviewPlan plan = plan(report);

    assertThat(plan.comments()).hasSize(SETTINGS.maxInlineComments());
    assertThat(plan.message().orElseThrow()).contains("gets only so many: 7.");
    assertThat(plan(report, after(plan, report)).isEmpty()).isTrue();
  }

  @Test
  void errorsComeBeforeWarningsWhenThereIsNoRoomForAll() {
    ReviewSettings tight = settings(Optional.empty(), 0, 1);
    ChangeReport report = introducing(warning(PATH, 3, "option"), error(PATH, 5, "eventlet.spawn"));

    ReviewPlan plan = plan(tight, report, CommitRemarks.NONE, state(report, List.of(), NOT_VOTED));

    assertThat(plan.comments().stream().map(comment -> comment.range().startLine()))
        .containsExactly(5);
  }

  @Test
  void findingInFileOutsideTheDiffIsInTheSummary() {
    ChangeReport report = introducing(error(PATH, 3, "eventlet.spawn"));

    ReviewPlan plan = plan(report, state(Set.of("other.py"), List.of(), List.of(), NOT_VOTED));

    assertThat(plan.comments()).isEmpty();
    assertThat(plan.message().orElseThrow())
        .contains("In files that this diff does not show: `" + PATH + "` line 3");
    assertThat(plan.vote()).hasValue(new Vote(LABEL, -1));
  }

  @Test
  void summaryCountsBySeverity() {
    ReviewPlan plan =
        plan(
            introducing(
                error(PATH, 1, "eventlet.spawn"),
                error(PATH, 2, "eventlet.sleep"),
                warning(PATH, 3, "option")));

    assertThat(plan.message().orElseThrow())
        .startsWith("This patch set introduces Eventlet usage: 2 errors and 1 warning.");
  }

  static ReviewSettings settings(int voteOnClean) {
    return settings(Optional.of(LABEL), voteOnClean, 50);
  }

  static ReviewSettings settings(Optional<String> label, int voteOnClean, int maxInlineComments) {
    return settings(label, voteOnClean, maxInlineComments, ReviewSettings.DEFAULT.failOn());
  }

  static ReviewSettings settings(
      Optional<String> label, int voteOnClean, int maxInlineComments, Severity failOn) {
    ReviewSettings byDefault = ReviewSettings.DEFAULT;
    return new ReviewSettings(
        label,
        byDefault.voteOnFindings(),
        voteOnClean,
        byDefault.acceptLabel(),
        failOn,
        byDefault.postResolved(),
        maxInlineComments,
        byDefault.recipients(),
        byDefault.dryRun());
  }

  private static ReviewPlan plan(ChangeReport report) {
    return plan(report, state(report, List.of(), NOT_VOTED));
  }

  private static ReviewPlan plan(ChangeReport report, ReviewState state) {
    return plan(SETTINGS, report, CommitRemarks.NONE, state);
  }

  private static ReviewPlan plan(
      ReviewSettings settings, ChangeReport report, CommitRemarks remarks, ReviewState state) {
    return plan(settings, Findings.judged(report), remarks, state);
  }

  private static ReviewPlan plan(
      ReviewSettings settings, JudgedReport report, CommitRemarks remarks, ReviewState state) {
    try {
      return new ReviewPlanner(settings, Documentation.NONE, FixOffer.NONE)
          .plan(report, remarks, state, Findings.onlyPatchSet(report.counted()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReviewState state(ChangeReport report, List<String> messages, Ballot ballot) {
    return state(Findings.paths(report), List.of(), messages, ballot);
  }

  private static ReviewState state(
      Set<String> paths, List<ReviewThread> threads, List<String> messages, Ballot ballot) {
    return new ReviewState(
        paths, threads, messages, Optional.of(ballot), Optional.empty(), Room.DEFAULT);
  }

  /** How a change stands once a plan was carried out, at a patch set with this report. */
  private static ReviewState after(ReviewPlan plan, ChangeReport report) {
    List<ReviewThread> threads =
        plan.comments().stream()
            .map(
                comment ->
                    new ReviewThread(
                        1,
                        comment.path(),
                        comment.range(),
                        Heading.ruleId(comment.message()).orElseThrow(),
                        "a1",
                        List.of(
                            new ThreadComment(
                                Speaker.SELF,
                                comment.unresolved(),
                                Instant.EPOCH,
                                comment.message()))))
            .toList();
    List<String> messages =
        Stream.of(plan.message().orElseThrow()).map(text -> "Patch Set 1: -1\n\n" + text).toList();
    int value = plan.vote().map(Vote::value).orElse(0);
    return state(Findings.paths(report), threads, messages, new Ballot(Set.of(-1, 0, 1), value));
  }
}
