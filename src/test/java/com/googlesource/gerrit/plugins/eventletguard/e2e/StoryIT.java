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
  private static final String TWO =
      BASE.replace("job()", "eventlet.spawn_n(job)\n        eventlet.sleep(1)");
  private static final String ONE = BASE.replace("job()", "eventlet.sleep(1)");

  @RegisterExtension static final GerritServer GERRIT = GerritServer.shared();

  @Test
  void reviewSpeaksWhenThereIsNewsAndOnlyThen(TestInfo test) throws Exception {
    AuthoredChange change = prepare(test);

    change.upload(TWO);
    assertWithMessage("threads of two usages").that(change.threads()).hasSize(2);
    assertThat(change.review().vote(AuthoredChange.LABEL)).hasValue(-1);
    ChangeReview introduced = change.review();

    change.amend();
    assertWithMessage("after a new date").that(change.review()).isEqualTo(introduced);

    change.rebaseOnto("README", "Workers.\n");
    assertWithMessage("after a rebase").that(change.review()).isEqualTo(introduced);

    change.amend("# Workers.\n" + ONE);
    List<CommentThread> threads = change.threads();
    assertWithMessage("thread of the fixed usage").that(threads.get(0).unresolved()).isFalse();
    assertThat(threads.get(0).lastMessage())
        .isEqualTo("Gone since patch set 4: the change no longer introduces it. Thank you!");
    assertWithMessage("thread of the other").that(threads.get(1).messages()).hasSize(1);
    assertThat(change.review().vote(AuthoredChange.LABEL)).hasValue(-1);

    change.reply(change.author(), threads.get(1), "It is needed here.", false);
    assertWithMessage("after the owner's word")
        .that(change.review().vote(AuthoredChange.LABEL))
        .hasValue(-1);
    assertThat(change.threads().get(1).lastMessage()).startsWith("Thank you. The vote stays ");
    assertThat(change.threads().get(1).lastMessage()).contains("Code-Review +2");
    change.reply(change.author(), change.threads().get(1), "Really.", false);
    assertWithMessage("what the owner is told once")
        .that(change.threads().get(1).lastMessage())
        .isEqualTo("Really.");

    change.reply(change.reviewer(), change.threads().get(1), "Agreed.", false);
    assertWithMessage("after the core reviewer's word")
        .that(change.review().vote(AuthoredChange.LABEL))
        .isEqualTo(OptionalInt.empty());

    change.amend("# Workers.\n" + TWO);
    assertWithMessage("after it came back").that(change.threads()).hasSize(3);
    assertThat(change.threads().get(2).unresolved()).isTrue();
    assertThat(change.review().vote(AuthoredChange.LABEL)).hasValue(-1);

    ChangeReview last = change.review();
    change.act("abandon");
    change.act("restore");
    assertWithMessage("after abandon and restore").that(change.review()).isEqualTo(last);
  }

  @Test
  void threadInFileThatTheChangeNoLongerHasIsResolved(TestInfo test) throws Exception {
    AuthoredChange change = prepare(test);
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
    AuthoredChange change = prepare(test);
    change.files().write("service/agent.py", ONE);
    change.upload(BASE.replace("job()", "job(1)"));
    ChangeReview first = change.review();

    change.files().git("mv", "service/agent.py", "service/helper.py");
    change.amend();

    assertThat(change.review()).isEqualTo(first);
  }

  private static AuthoredChange prepare(TestInfo test) throws Exception {
    return AuthoredChange.prepare(
        GERRIT, "story/" + test.getTestMethod().orElseThrow().getName(), BASE);
  }
}
