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
import static com.google.common.truth.Truth.assertWithMessage;

import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said the second, third and tenth time. */
final class ReviewLifeTest {
  private static final String FILE = "nova/worker.py";
  private static final String OTHER = "nova/agent.py";
  private static final String BASE =
      """
      import eventlet

      def run(jobs):
          for job in jobs:
              job()
      """;
  private static final String SPAWN = BASE.replace("job()", "eventlet.spawn_n(job)");
  private static final String NOTHING = BASE.replace("job()", "job(1)");

  private final SimulatedChange change = new SimulatedChange(Map.of(FILE, BASE));

  @AfterEach
  void close() {
    change.close();
  }

  @Test
  void sameReportTwiceGivesAnEmptyPlan() throws Exception {
    push(SPAWN);

    assertThat(change.scan().isEmpty()).isTrue();
  }

  @Test
  void amendedMessageIsNotSpokenOf() throws Exception {
    push(SPAWN);

    assertThat(push(SPAWN).isEmpty()).isTrue();
  }

  @Test
  void rebaseIsNotSpokenOf() throws Exception {
    push(SPAWN);

    ReviewPlan plan =
        change.rebase(
            Map.of(FILE, "# Workers.\n" + BASE, OTHER, "x = 1\n"),
            Map.of(FILE, "# Workers.\n" + SPAWN, OTHER, "x = 1\n"));

    assertThat(plan.isEmpty()).isTrue();
  }

  @Test
  void editedStatementIsNotSpokenOf() throws Exception {
    push(SPAWN);

    assertThat(push(SPAWN.replace("(job)", "(job, 3)")).isEmpty()).isTrue();
  }

  @Test
  void renamedFileIsNotSpokenOf() throws Exception {
    push(SPAWN);

    assertThat(change.push(Map.of(OTHER, SPAWN)).isEmpty()).isTrue();
  }

  @Test
  void usageThatMovesToAnotherFileIsNotSpokenOf() throws Exception {
    push(SPAWN);

    ReviewPlan plan = change.push(Map.of(FILE, NOTHING, OTHER, SPAWN.replace("run", "start")));

    assertWithMessage("comments").that(rules(plan)).doesNotContain("EVT110");
    assertThat(plan.replies()).isEmpty();
  }

  @Test
  void goneFindingIsSaidToBeGoneSinceItsPatchSetAndItsThreadResolved() throws Exception {
    push(SPAWN);

    ReviewPlan plan = push(NOTHING);

    assertThat(plan.replies()).hasSize(1);
    assertThat(plan.comments()).isEmpty();
    assertThat(thread(0).lastMessage())
        .isEqualTo("Gone since patch set 2: the change no longer introduces it. Thank you!");
    assertThat(thread(0).isOpen()).isFalse();
    assertThat(change.vote()).isEqualTo(0);
    assertThat(plan.message().orElseThrow()).contains("1 earlier finding is gone. Thank you!");
  }

  @Test
  void patchSetThatNobodyLookedAtIsNamedWhenTheFindingWentThere() throws Exception {
    push(SPAWN);
    change.pushUnseen(Map.of(FILE, NOTHING));
    push(NOTHING + "# The end.\n");

    assertThat(thread(0).lastMessage()).startsWith("Gone since patch set 2:");
  }

  @Test
  void oneOfTwoEqualUsagesIsGone() throws Exception {
    String two = SPAWN.replace("job)", "job)\n        eventlet.spawn_n(job)");
    push(two);
    push(SPAWN);

    assertThat(change.threads().stream().filter(thread -> thread.isOpen()).count()).isEqualTo(1);
    assertThat(change.threads()).hasSize(2);
  }

  @Test
  void replyAboutFileThatThePatchSetNoLongerHasStandsOnThePatchSet() throws Exception {
    change.push(Map.of(FILE, BASE, OTHER, SPAWN));

    ReviewPlan plan = push(NOTHING);

    assertThat(plan.replies().stream().map(Reply::path).distinct())
        .containsExactly(Optional.empty());
    assertThat(change.threads().stream().noneMatch(thread -> thread.isOpen())).isTrue();
  }

  @Test
  void goneFindingIsLeftToThePersonWhoSpokeLast() throws Exception {
    push(SPAWN);
    change.say(thread(0), Speaker.AUTHOR, true);

    assertThat(push(NOTHING).replies()).isEmpty();
    assertThat(thread(0).isOpen()).isTrue();
  }

  @Test
  void threadResolvedByPersonIsLeftAlone() throws Exception {
    push(SPAWN);
    change.say(thread(0), Speaker.OTHER, false);

    assertThat(change.scan().isEmpty()).isTrue();
    assertThat(push("# Workers.\n" + SPAWN).isEmpty()).isTrue();
    assertThat(push(NOTHING).replies()).isEmpty();
  }

  @Test
  void threadOfGoneFindingThatPersonReopensIsLeftAlone() throws Exception {
    push(SPAWN);
    push(NOTHING);
    change.say(thread(0), Speaker.OTHER, true);

    assertThat(change.scan().isEmpty()).isTrue();
    assertThat(push(NOTHING + "# The end.\n").isEmpty()).isTrue();
    assertThat(thread(0).isOpen()).isTrue();
  }

  @Test
  void usageThatComesBackIsTold() throws Exception {
    push(SPAWN);
    push(NOTHING);
    push(SPAWN);

    assertThat(change.threads()).hasSize(2);
    assertThat(thread(1).isOpen()).isTrue();
    assertThat(change.vote()).isEqualTo(-1);
    assertThat(change.scan().isEmpty()).isTrue();
  }

  @Test
  void usageThatComesBackAfterItsThreadWasResolvedByPersonIsTold() throws Exception {
    push(SPAWN);
    change.say(thread(0), Speaker.AUTHOR, false);
    push(NOTHING);
    push(SPAWN);

    assertThat(change.threads()).hasSize(2);
    assertThat(change.scan().isEmpty()).isTrue();
  }

  @Test
  void usageThatWasAwayUnseenKeepsItsOpenThread() throws Exception {
    push(SPAWN);
    change.pushUnseen(Map.of(FILE, NOTHING));

    assertThat(push(SPAWN).isEmpty()).isTrue();
  }

  @Test
  void suppressedFindingIsSaidNotToCountForThatReason() throws Exception {
    push(SPAWN);
    push(SPAWN.replace("(job)", "(job)  # noqa: EVT110"));

    assertThat(thread(0).lastMessage())
        .isEqualTo("No longer counted: A comment `noqa: EVT110` silences it.");
    assertThat(thread(0).isOpen()).isFalse();
    assertThat(change.vote()).isEqualTo(0);
  }

  @Test
  void findingThatCountsAgainIsTold() throws Exception {
    push(SPAWN);
    push(SPAWN.replace("(job)", "(job)  # noqa: EVT110"));
    push(SPAWN);

    assertThat(change.threads()).hasSize(2);
    assertThat(change.scan().isEmpty()).isTrue();
  }

  @Test
  void ruleThatTheBranchDisablesIsSaidToBeTheReason() throws Exception {
    push(SPAWN);
    change.branchSettings("[ignore]\n\trule = EVT110\n");
    change.scan();

    assertThat(thread(0).lastMessage()).contains("disable EVT110");
    assertThat(thread(0).isOpen()).isFalse();
  }

  @Test
  void findingThatBecameAdviceIsSaidToBe() throws Exception {
    push(SPAWN);
    change.branchSettings("[severity]\n\tinfo = EVT110\n");
    change.scan();

    assertThat(thread(0).lastMessage())
        .isEqualTo("No longer counted: it is only advice on this branch now.");
  }

  @Test
  void findingThatNoLongerFailsNeedsNoAnswer() throws Exception {
    push(SPAWN);
    change.settings(
        ReviewPlannerTest.settings(Optional.of(SimulatedChange.LABEL), 0, 50, Severity.ERROR));
    change.scan();

    assertThat(thread(0).isOpen()).isFalse();
    assertThat(thread(0).lastMessage()).startsWith("No answer needed any more:");
    assertThat(change.scan().isEmpty()).isTrue();
  }

  @Test
  void footerThatSkipsTheCheckResolvesThreadsAndLiftsTheVote() throws Exception {
    push(SPAWN);
    change.remarks(new CommitRemarks(Optional.of("agreed upstream"), Optional.empty()));
    push(SPAWN);

    assertThat(thread(0).isOpen()).isFalse();
    assertThat(change.vote()).isEqualTo(0);
    assertThat(change.messages().getLast()).contains("`agreed upstream`");
    assertThat(push("# Workers.\n" + SPAWN).isEmpty()).isTrue();
  }

  @Test
  void footerThatIsTakenBackBringsTheVoteBackAndNoSecondThread() throws Exception {
    push(SPAWN);
    change.remarks(new CommitRemarks(Optional.of("agreed upstream"), Optional.empty()));
    push(SPAWN);
    change.remarks(CommitRemarks.NONE);
    push(SPAWN);

    assertThat(change.vote()).isEqualTo(-1);
    assertThat(change.threads()).hasSize(1);
  }

  @Test
  void reviewerWhoResolvesTheThreadLiftsTheVote() throws Exception {
    push(SPAWN);
    change.say(thread(0), Speaker.REVIEWER, false);

    ReviewPlan plan = change.scan();

    assertThat(change.vote()).isEqualTo(0);
    assertThat(plan.replies()).isEmpty();
    assertThat(plan.message().orElseThrow()).contains("1 was accepted by a reviewer.");
    assertThat(push("# Workers.\n" + SPAWN).isEmpty()).isTrue();
  }

  @Test
  void authorWhoAnswersAfterwardsDoesNotTakeTheAcceptanceBack() throws Exception {
    push(SPAWN);
    change.say(thread(0), Speaker.REVIEWER, false);
    change.say(thread(0), Speaker.AUTHOR, false);
    change.scan();

    assertThat(change.vote()).isEqualTo(0);
  }

  @Test
  void reviewerWhoOpensTheThreadAgainTakesTheAcceptanceBack() throws Exception {
    push(SPAWN);
    change.say(thread(0), Speaker.REVIEWER, false);
    change.scan();
    change.say(thread(0), Speaker.REVIEWER, true);
    change.scan();

    assertThat(change.vote()).isEqualTo(-1);
  }

  @Test
  void acceptanceOfOneFindingLeavesTheVoteForTheOther() throws Exception {
    push(SPAWN.replace("(job)", "(job)\n        eventlet.sleep(1)"));
    change.say(thread(0), Speaker.REVIEWER, false);

    assertThat(change.scan().isEmpty()).isTrue();
    assertThat(change.vote()).isEqualTo(-1);
  }

  @Test
  void authorWhoResolvesTheThreadIsToldOnceThatReviewerIsNeeded() throws Exception {
    push(SPAWN.replace("(job)", "(job)\n        eventlet.sleep(1)"));
    change.say(thread(0), Speaker.AUTHOR, false);
    change.scan();
    change.say(thread(1), Speaker.AUTHOR, false);

    assertThat(thread(0).lastMessage())
        .isEqualTo(
            "Thank you. The vote stays until a patch set comes without this usage, or someone who"
                + " may vote Code-Review +2, and neither owns nor uploaded the change, resolves"
                + " this thread too.");
    assertThat(thread(0).isOpen()).isFalse();
    assertThat(change.vote()).isEqualTo(-1);
    assertThat(change.scan().isEmpty()).isTrue();
  }

  @Test
  void wordOfAnyoneElseDoesNotLiftTheVote() throws Exception {
    push(SPAWN);
    change.say(thread(0), Speaker.OTHER, false);

    assertThat(change.scan().isEmpty()).isTrue();
    assertThat(change.vote()).isEqualTo(-1);
  }

  @Test
  void fileThatCannotBeScannedLeavesItsThreadAlone() throws Exception {
    push(SPAWN);

    ReviewPlan plan = push(SPAWN.replace("job)", "job)  # \0"));

    assertThat(plan.replies()).isEmpty();
    assertThat(thread(0).isOpen()).isTrue();
  }

  @Test
  void fullChangeGetsItsVoteAlone() throws Exception {
    change.room(new Room(16_384, 0, 3 << 20));

    ReviewPlan plan = push(SPAWN);

    assertThat(plan.comments()).isEmpty();
    assertThat(plan.message()).isEmpty();
    assertThat(plan.vote()).isPresent();
    assertThat(change.scan().isEmpty()).isTrue();
  }

  @Test
  void whatTheServerHasNoRoomForIsCounted() throws Exception {
    change.room(new Room(16_384, 2, 3 << 20));

    ReviewPlan plan = push(SPAWN.replace("(job)", "(job)\n        eventlet.sleep(1)"));

    assertThat(plan.comments()).hasSize(1);
    assertThat(plan.message().orElseThrow()).contains("gets only so many: 1.");
  }

  private ReviewPlan push(String text) throws IOException {
    Map<String, String> files = new HashMap<>(Map.of(FILE, text));
    return change.push(files);
  }

  private SimulatedChange.StoredThread thread(int number) {
    return change.threads().get(number);
  }

  private static List<String> rules(ReviewPlan plan) {
    return plan.comments().stream()
        .map(comment -> Heading.ruleId(comment.message()).orElseThrow())
        .toList();
  }
}
