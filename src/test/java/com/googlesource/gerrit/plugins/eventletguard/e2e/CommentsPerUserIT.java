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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that takes few comments of one user, which servers can from 3.14 on. */
@EnabledIfSystemProperty(named = "gerrit.server.version", matches = "3\\.(1[4-9]|[2-9]\\d)\\..*")
final class CommentsPerUserIT {
  private static final String BASE = "import eventlet\n";

  /** Comments and messages of one user on a change, together. */
  private static final int MOST = 8;

  @RegisterExtension
  static final GerritServer GERRIT =
      new GerritServer(
          "per-user",
          config -> {
            config.setBoolean("plugin", "eventlet-guard", "createAccount", true);
            config.setInt("change", null, "maxCommentsPerUser", MOST);
          });

  @Test
  void whatDoesNotFitIsCountedAndNothingIsRefused() throws Exception {
    AuthoredChange change = AuthoredChange.prepare(GERRIT, "per-user/first", BASE);

    change.upload(BASE + "eventlet.spawn_n(print)\n".repeat(30));

    ChangeReview review = change.review();
    assertThat(review.comments()).hasSize(MOST - 1);
    assertThat(review.messages()).hasSize(1);
    assertThat(review.messages().getFirst())
        .contains(
            "Findings without a comment, because a patch set gets only so many: %d."
                .formatted(30 - (MOST - 1)));
    assertThat(GERRIT.site().log()).doesNotContain("was refused");
  }

  @Test
  void voteBeyondTheLimitIsLoggedWithItsReason() throws Exception {
    AuthoredChange change = AuthoredChange.prepare(GERRIT, "per-user/full", BASE);
    change.upload(BASE + "eventlet.spawn_n(print)\n".repeat(30));
    ChangeReview full = change.review();

    change.amend(BASE + "print()\n");

    assertThat(change.review()).isEqualTo(full);
    assertThat(GERRIT.site().log())
        .containsMatch(
            "the vote Eventlet-Free \\+0 on per-user/full~%d was refused, .*comments per user"
                .formatted(change.number()));
  }
}
