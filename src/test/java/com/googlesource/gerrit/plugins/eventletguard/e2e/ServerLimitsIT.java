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
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that takes few and short comments is given no more than it takes. */
final class ServerLimitsIT {
  private static final String BASE = "import eventlet\n";

  /** Comments and messages of a change, together. */
  private static final int MOST_COMMENTS = 12;

  /** What the server says when a change has as many. */
  private static final String FULL = "maximum number of comments";

  private static final int MOST_BYTES = 800;

  @RegisterExtension
  static final GerritServer GERRIT =
      new GerritServer(
          "limits",
          config -> {
            config.setBoolean("plugin", "eventlet-guard", "createAccount", true);
            config.setInt("change", null, "maxComments", MOST_COMMENTS);
            config.setInt("change", null, "commentSizeLimit", MOST_BYTES);
          });

  @Test
  void whatDoesNotFitIsCountedAndNothingIsRefused(TestInfo test) throws Exception {
    AuthoredChange change = prepare(test);

    change.upload(usages(30));

    ChangeReview review = change.review();
    assertThat(review.comments()).isNotEmpty();
    assertThat(review.comments().size() + messages(change)).isAtMost(MOST_COMMENTS);
    for (ChangeReview.InlineComment comment : review.comments()) {
      assertThat(comment.message().getBytes(StandardCharsets.UTF_8).length).isAtMost(MOST_BYTES);
    }
    assertThat(review.messages().getLast())
        .contains(
            "Findings without a comment, because a patch set gets only so many: %d."
                .formatted(30 - review.comments().size()));
    assertThat(review.vote(AuthoredChange.LABEL)).hasValue(-1);
    assertThat(GERRIT.site().log()).doesNotContain("was refused");
  }

  /** A vote is a message, too, and one beyond the limit is not taken, of nobody. */
  @Test
  void voteThatTheServerDoesNotTakeAnyMoreIsLoggedWithItsReason(TestInfo test) throws Exception {
    AuthoredChange change = prepare(test);
    change.upload(usages(30));
    ChangeReview full = change.review();

    change.amend(BASE + "print()\n");

    assertThat(change.review()).isEqualTo(full);
    IOException refusal =
        assertThrows(
            IOException.class,
            () ->
                change
                    .reviewer()
                    .post(
                        change.path() + "revisions/current/review",
                        Map.of("labels", Map.of("Code-Review", 1))));
    assertThat(refusal).hasMessageThat().contains(FULL);
    List<String> told =
        GERRIT.site().log().lines().filter(line -> line.contains("was refused")).toList();
    assertThat(told).hasSize(1);
    assertThat(told.getFirst())
        .contains(
            "the vote Eventlet-Free +0 on %s~%d was refused, so the one that stands stays: "
                .formatted(change.project().name(), change.number()));
    assertThat(told.getFirst()).contains(FULL);
    assertThat(GERRIT.site().log()).doesNotContain("allow the group Service Users to vote");
  }

  private static String usages(int count) {
    return BASE + "eventlet.spawn_n(print)\n".repeat(count);
  }

  /** How many messages of whomever the change has. */
  private static int messages(AuthoredChange change) throws Exception {
    JsonObject detail = change.reviewer().get(change.path() + "detail").getAsJsonObject();
    return detail.getAsJsonArray("messages").size();
  }

  private static AuthoredChange prepare(TestInfo test) throws Exception {
    return AuthoredChange.prepare(
        GERRIT, "limits/" + test.getTestMethod().orElseThrow().getName(), BASE);
  }
}
