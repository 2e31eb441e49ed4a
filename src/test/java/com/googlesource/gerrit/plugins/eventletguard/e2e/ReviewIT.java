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

import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritProject;
import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person who pushes a change sees. */
final class ReviewIT {
  private static final String LABEL = "Eventlet-Free";
  private static final String PATH = "service/worker.py";
  private static final String OLD =
      """
      import eventlet

      def run(jobs):
          for job in jobs:
              eventlet.sleep(0)
              job()
      """;
  private static final String NEW =
      """
      import eventlet

      def run(jobs):
          for job in jobs:
              eventlet.sleep(0)
              eventlet.spawn_n(job)
      """;
  private static final Range SPAWN = new Range(6, 8, 6, 24);

  @RegisterExtension static final GerritServer GERRIT = GerritServer.shared();

  private GerritProject project;
  private GitClone clone;
  private String changeId;

  @BeforeEach
  void makeProject(TestInfo test) throws Exception {
    project = GERRIT.newProject(test);
    project.defineLabel(LABEL);
    project.allowServiceUsersToVote(LABEL, -1, 0);
    project.configurePlugin(Map.of("enabled", "true", "label", LABEL), GERRIT.newFolder());
    clone = project.cloneTo(GERRIT.newFolder());
    clone.write(PATH, OLD);
    clone.commit("Add a worker", GitClone.newChangeId());
    clone.pushBranch("master");
    changeId = GitClone.newChangeId();
  }

  @Test
  void introducedUsageGetsOneCommentOnItsExactRange() throws Exception {
    int change = push(NEW);

    ChangeReview review = GERRIT.review(project, change);

    assertThat(review.comments()).hasSize(1);
    ChangeReview.InlineComment comment = review.comments().getFirst();
    assertThat(comment.path()).isEqualTo(PATH);
    assertThat(comment.range()).isEqualTo(SPAWN);
    assertThat(comment.message()).contains("https://removal.eventlet.org/");
    assertThat(comment.unresolved()).isTrue();
  }

  @Test
  void linksOfACommentLeadToThePluginsOwnPages() throws Exception {
    String message = GERRIT.review(project, push(NEW)).comments().getFirst().message();

    String documentation =
        GERRIT.site().url().resolve("plugins/eventlet-guard/Documentation/").toString();
    assertThat(message).contains("\nMore on EVT110: " + documentation + "rules.html#EVT110\n");
    assertThat(message).endsWith("\nAlternatives compared: " + documentation + "alternatives.html");
    assertThat(page("rules.html")).contains("<a id=\"EVT110\">");
    assertThat(page("alternatives.html")).contains("What each of them is");
  }

  @Test
  void introducedUsageIsVotedDown() throws Exception {
    int change = push(NEW);

    assertThat(GERRIT.review(project, change).vote(LABEL)).hasValue(-1);
  }

  @Test
  void changeThatIntroducesNothingIsNotSpokenTo() throws Exception {
    int change = push(OLD.replace("job()", "job(1)"));

    assertThat(GERRIT.review(project, change).isEmpty()).isTrue();
  }

  @Test
  void nextPatchSetWithTheSameUsageIsNotSpokenToAgain() throws Exception {
    int change = push(NEW);
    ChangeReview first = GERRIT.review(project, change);

    clone.write(PATH, "# A worker.\n" + NEW);
    clone.amend("Run jobs in green threads, really", changeId);
    clone.pushForReview("master");

    assertThat(GERRIT.review(project, change)).isEqualTo(first);
  }

  @Test
  void voteIsLiftedByPatchSetThatTakesTheUsageOut() throws Exception {
    int change = push(NEW);
    GERRIT.awaitScans();

    clone.write(PATH, OLD.replace("job()", "job(1)"));
    clone.amend("Run jobs", changeId);
    clone.pushForReview("master");

    assertThat(GERRIT.review(project, change).votes()).isEmpty();
  }

  @Test
  void workInProgressIsReviewedOnceItIsReady() throws Exception {
    int change = push(NEW, "master%wip");
    boolean silent = GERRIT.review(project, change).isEmpty();

    GERRIT.client().post(path(change) + "ready", Map.of());

    assertThat(silent).isTrue();
    assertThat(GERRIT.review(project, change).comments()).hasSize(1);
  }

  @Test
  void privateChangeIsReviewedOnceItIsPublic() throws Exception {
    int change = push(NEW, "master%private");
    boolean silent = GERRIT.review(project, change).isEmpty();

    GERRIT.client().post(path(change) + "private.delete", Map.of());

    assertThat(silent).isTrue();
    assertThat(GERRIT.review(project, change).comments()).hasSize(1);
  }

  @Test
  void abandonedChangeIsNotSpokenToUntilRestored() throws Exception {
    int change = push(NEW, "master%wip");
    GERRIT.client().post(path(change) + "abandon", Map.of());
    GERRIT.client().post(path(change) + "restore", Map.of());
    GERRIT.client().post(path(change) + "ready", Map.of());

    assertThat(GERRIT.review(project, change).comments()).hasSize(1);
  }

  private int push(String text) throws Exception {
    return push(text, "master");
  }

  private int push(String text, String target) throws Exception {
    clone.write(PATH, text);
    clone.commit("Run jobs in green threads", changeId);
    return clone.pushForReview(target);
  }

  private static String page(String name) throws Exception {
    return GERRIT.client().page("plugins/eventlet-guard/Documentation/" + name);
  }

  private String path(int change) {
    return "changes/%d/".formatted(change);
  }
}
