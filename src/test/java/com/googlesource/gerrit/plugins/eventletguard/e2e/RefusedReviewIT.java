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

import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that takes a part of a review only loses no more than that part, and says so. */
final class RefusedReviewIT {
  private static final String BASE = "import eventlet\n";
  private static final String BOTH = BASE + "eventlet.spawn_n(print)\neventlet.sleep(1)\n";

  @RegisterExtension
  static final GerritServer GERRIT =
      new GerritServer(
          "refusing",
          config -> config.setBoolean("plugin", "eventlet-guard", "createAccount", true),
          List.of(
              GerritServer.pluginJar(),
              TestPlugin.jar(
                  "comment-refuser", CommentRefuser.Module.class, CommentRefuser.class)));

  @Test
  void refusedCommentStandsInTheMessageAndCostsNoOther() throws Exception {
    AuthoredChange change = AuthoredChange.prepare(GERRIT, "refused/one", BASE);

    change.upload(BOTH);

    ChangeReview review = change.review();
    assertThat(review.comments().stream().map(ChangeReview.InlineComment::rule))
        .containsExactly("EVT111");
    assertThat(review.vote(AuthoredChange.LABEL)).hasValue(-1);
    assertThat(review.messages().getLast())
        .containsMatch("stand here instead:\\s+- `service/worker.py` line 2: EVT110 ");
    assertThat(GERRIT.site().log()).contains("its comments are posted one by one");
    assertThat(GERRIT.site().log()).contains("cannot have this comment on service/worker.py");
  }

  @Test
  void nextPatchSetsAreNotToldAgain() throws Exception {
    AuthoredChange change = AuthoredChange.prepare(GERRIT, "refused/again", BASE);
    change.upload(BOTH);
    change.amend("# A line.\n" + BOTH);
    ChangeReview second = change.review();

    change.amend("# Another line.\n" + BOTH);

    assertThat(change.review()).isEqualTo(second);
    assertThat(second.comments()).hasSize(1);
  }

  @Test
  void voteIsLiftedAndThreadsAreResolvedAsEver() throws Exception {
    AuthoredChange change = AuthoredChange.prepare(GERRIT, "refused/gone", BASE);
    change.upload(BOTH);

    change.amend(BASE + "print()\n");

    assertThat(change.review().votes()).isEmpty();
    assertThat(change.unresolved()).isEqualTo(0);
  }
}
