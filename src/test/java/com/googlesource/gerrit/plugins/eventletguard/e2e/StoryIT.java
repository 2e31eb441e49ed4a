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

package com.googlesource.gerrit.plugins.eventletguard.e2e;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import com.googlesource.gerrit.plugins.eventletguard.server.CommentThread;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The life of a review, as an author and a reviewer live it. */
final class StoryIT {
  private static final String BASE =
      """
      import eventlet

      def run(jobs):
          for job in jobs:
              job()
      """;
  private static final String ONE = BASE.replace("job()", "eventlet.sleep(1)");

  @RegisterExtension static final GerritServer GERRIT = GerritServer.shared();

  @Test
  void everyChapterOfThePageIsTrue(TestInfo test) throws Exception {
    StoryPage page = StoryPage.read(GERRIT.site().url());
    AuthoredChange change = prepare(test, page.beginning().file());

    StoryPage.Chapter introduced = page.chapter("Ada introduces two usages");
    change.upload(introduced.file());
    assertThat(change.review().messages()).containsExactly(introduced.message());
    assertThat(change.threads().stream().map(CommentThread::messages))
        .containsExactlyElementsIn(introduced.comments().stream().map(List::of).toList())
        .inOrder();
    assertThat(change.threads().stream().map(CommentThread::unresolved))
        .containsExactly(true, true);
    assertThat(change.review().vote(AuthoredChange.LABEL)).hasValue(-1);

    ChangeReview before = change.review();
    assertThat(page.chapter("She amends it with a new date").isSilent()).isTrue();
    change.amend();
    assertWithMessage("after a new date").that(change.review()).isEqualTo(before);

    assertThat(page.chapter("She rebases it").isSilent()).isTrue();
    change.rebaseOnto("README", "Workers.\n");
    assertWithMessage("after a rebase").that(change.review()).isEqualTo(before);

    StoryPage.Chapter fixed = page.chapter("She fixes one of the two");
    change.amend(fixed.file());
    assertThat(change.review().messages().getLast()).isEqualTo(fixed.message());
    assertThat(change.threads().get(0).lastMessage()).isEqualTo(fixed.comment());
    assertWithMessage("thread of the fixed usage")
        .that(change.threads().get(0).unresolved())
        .isFalse();
    assertWithMessage("thread of the other").that(change.threads().get(1).messages()).hasSize(1);
    assertThat(change.review().vote(AuthoredChange.LABEL)).hasValue(-1);

    StoryPage.Chapter resolved = page.chapter("She resolves the other thread");
    change.reply(change.author(), change.threads().get(1), "It is needed here.", false);
    assertThat(change.threads().get(1).lastMessage()).isEqualTo(resolved.comment());
    assertThat(change.review().messages().getLast()).isEqualTo(resolved.message());
    assertThat(change.review().vote(AuthoredChange.LABEL)).hasValue(-1);
    change.reply(change.author(), change.threads().get(1), "Really.", false);
    assertWithMessage("what the owner is told once")
        .that(change.threads().get(1).lastMessage())
        .isEqualTo("Really.");

    StoryPage.Chapter accepted = page.chapter("Bob resolves it too");
    change.reply(change.reviewer(), change.threads().get(1), "Agreed.", false);
    assertThat(change.review().messages().getLast()).isEqualTo(accepted.message());
    assertThat(change.threads().get(1).lastMessage()).isEqualTo("Agreed.");
    assertThat(change.review().vote(AuthoredChange.LABEL)).isEqualTo(OptionalInt.empty());

    StoryPage.Chapter back = page.chapter("A usage comes back");
    change.amend(back.file());
    assertThat(change.review().messages().getLast()).isEqualTo(back.message());
    assertThat(change.threads()).hasSize(3);
    assertWithMessage("the new thread")
        .that(change.threads().get(2).messages())
        .containsExactly(introduced.comments().getFirst());
    assertThat(change.threads().stream().map(CommentThread::unresolved))
        .containsExactly(false, false, true)
        .inOrder();
    assertThat(change.review().vote(AuthoredChange.LABEL)).hasValue(-1);

    before = change.review();
    assertThat(page.chapter("She abandons and restores it").isSilent()).isTrue();
    change.act("abandon");
    change.act("restore");
    assertWithMessage("after abandon and restore").that(change.review()).isEqualTo(before);

    assertWithMessage("all that was said")
        .that(change.review().messages())
        .isEqualTo(page.messages());
  }

  @Test
  void threadInFileThatTheChangeNoLongerHasIsResolved(TestInfo test) throws Exception {
    AuthoredChange change = prepare(test, BASE);
    change.files().write("service/agent.py", ONE);
    change.upload(BASE.replace("job()", "job(1)"));
    int before = change.unresolved();

    change.files().git("rm", "-q", "-f", "service/agent.py");
    change.amend();

    assertThat(before).isEqualTo(change.threads().size());
    assertThat(change.unresolved()).isEqualTo(0);
    assertThat(change.threads().stream().map(CommentThread::lastMessage).distinct())
        .containsExactly("Gone since patch set 2: the change no longer introduces it. Thank you!");
  }

  @Test
  void renamedFileKeepsItsThreads(TestInfo test) throws Exception {
    AuthoredChange change = prepare(test, BASE);
    change.files().write("service/agent.py", ONE);
    change.upload(BASE.replace("job()", "job(1)"));
    ChangeReview first = change.review();

    change.files().git("mv", "service/agent.py", "service/helper.py");
    change.amend();

    assertThat(change.review()).isEqualTo(first);
  }

  private static AuthoredChange prepare(TestInfo test, String text) throws Exception {
    return AuthoredChange.prepare(
        GERRIT, "story/" + test.getTestMethod().orElseThrow().getName(), text);
  }
}
