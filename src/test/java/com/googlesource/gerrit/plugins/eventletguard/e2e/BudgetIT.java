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
import com.googlesource.gerrit.plugins.eventletguard.server.GerritClient;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritProject;
import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A change that is larger than what a site lets a scan look at is never called clean. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class BudgetIT {
  private static final String LABEL = "Eventlet-Free";
  private static final String USAGE = "import eventlet\n";
  private static final String CLEAN = "import time\n";
  private static final String LEFT_OUT =
      "This patch set is larger than what is looked at; files that were left out: ";

  @RegisterExtension
  static final GerritServer GERRIT =
      new GerritServer(
          "budget",
          config -> {
            config.setBoolean("plugin", "eventlet-guard", "createAccount", true);
            config.setInt("plugin", "eventlet-guard", "maxFiles", 2);
          });

  private GerritProject project;
  private GitClone clone;
  private String changeId;

  @Test
  @Order(1)
  void wholeChangeWithoutUsageIsVotedUp(TestInfo test) throws Exception {
    prepare(test);

    assertThat(push(CLEAN, CLEAN).vote(LABEL)).hasValue(1);
  }

  @Test
  @Order(2)
  void partOfAChangeIsNotVotedUpAndTheMessageSaysWhy(TestInfo test) throws Exception {
    prepare(test);

    ChangeReview review = push(CLEAN, CLEAN, CLEAN, USAGE);

    assertThat(review.votes()).isEmpty();
    assertThat(review.comments()).isEmpty();
    assertThat(review.messages().getLast()).contains(LEFT_OUT + "2.");
  }

  @Test
  @Order(3)
  void whatWasSeenOfAPartIsVotedDown(TestInfo test) throws Exception {
    prepare(test);

    ChangeReview review = push(USAGE, CLEAN, CLEAN);

    assertThat(review.vote(LABEL)).hasValue(-1);
    assertThat(review.comments()).hasSize(1);
    assertThat(review.messages().getLast()).contains(LEFT_OUT + "1.");
  }

  @Test
  @Order(4)
  void voteUpIsTakenBackWhenTheChangeGrowsBeyondTheLimitAndThatIsSaidOnce(TestInfo test)
      throws Exception {
    prepare(test);
    ChangeReview whole = push(CLEAN);

    ChangeReview part = push(CLEAN + "# 1\n", CLEAN, CLEAN);
    ChangeReview again = push(CLEAN + "# 2\n", CLEAN, CLEAN);

    assertWithMessage("of the whole").that(whole.vote(LABEL)).hasValue(1);
    assertWithMessage("of a part").that(part.votes()).isEmpty();
    assertWithMessage("of a part again").that(again).isEqualTo(part);
  }

  @Test
  @Order(5)
  void changeThatTakesLongerThanTheSiteAllowsIsNotVotedUp(TestInfo test) throws Exception {
    prepare(test);
    GERRIT.reconfigure(
        config -> {
          config.unset("plugin", "eventlet-guard", "maxFiles");
          config.setString("plugin", "eventlet-guard", "maxScanTime", "0 seconds");
        });

    ChangeReview review = push(CLEAN, USAGE);

    assertThat(review.votes()).isEmpty();
    assertThat(review.messages().getLast()).contains(LEFT_OUT + "2.");
  }

  private void prepare(TestInfo test) throws Exception {
    project = GERRIT.newProject(test);
    GERRIT
        .client()
        .put(
            "projects/%s/labels/%s".formatted(GerritClient.encoded(project.name()), LABEL),
            Map.of(
                "function",
                "NoBlock",
                // So that a vote stays until it is taken back.
                "copy_condition",
                "is:ANY",
                "values",
                Map.of("-1", "Introduces Eventlet usage", " 0", "No verdict", "+1", "Clean")));
    project.allowServiceUsersToVote(LABEL, -1, 1);
    project.configurePlugin(
        Map.of("enabled", "true", "label", LABEL, "voteOnClean", "1"), GERRIT.newFolder());
    clone = project.cloneTo(GERRIT.newFolder());
    changeId = GitClone.newChangeId();
  }

  /** Uploads a patch set of so many files, and reads the change's review. */
  private ChangeReview push(String... texts) throws Exception {
    for (int file = 0; file < texts.length; file++) {
      clone.write("worker%d.py".formatted(file), texts[file]);
    }
    clone.git("reset", "-q", "--soft", "origin/master");
    clone.commit("Add workers", changeId);
    return GERRIT.review(project, clone.pushForReview("master"));
  }
}
