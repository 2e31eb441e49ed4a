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

import com.google.gson.JsonObject;
import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritProject;
import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every way to make a patch set, and every other wish for a scan, leads to one. */
final class EventsIT {
  private static final String USAGE = "import eventlet\n\neventlet.spawn_n(print)\n";
  private static final String PATH = "worker.py";

  @RegisterExtension static final GerritServer GERRIT = GerritServer.shared();

  private GerritProject project;
  private GitClone clone;

  @BeforeEach
  void makeProject(TestInfo test) throws Exception {
    project = GERRIT.newProject(test);
    project.configurePlugin(Map.of("enabled", "true"), GERRIT.newFolder());
    clone = project.cloneTo(GERRIT.newFolder());
  }

  @Test
  void changeMadeInTheWebInterfaceAndItsPublishedEdit() throws Exception {
    int change =
        GERRIT
            .client()
            .post(
                "changes/",
                Map.of("project", project.name(), "branch", "master", "subject", "Add a worker"))
            .getAsJsonObject()
            .get("_number")
            .getAsInt();
    assertThat(scanned(change, 1).isEmpty()).isTrue();

    GERRIT.client().putText(path(change) + "edit/" + PATH, USAGE);
    GERRIT.client().post(path(change) + "edit:publish", Map.of());

    assertThat(patchSetsWithComments(scanned(change, 2))).containsExactly(2);
  }

  @Test
  void newMessageIsNewPatchSetWithoutNews() throws Exception {
    String changeId = GitClone.newChangeId();
    int change = push(changeId);
    ChangeReview first = scanned(change, 1);

    GERRIT
        .client()
        .put(
            path(change) + "message",
            Map.of("message", "Add a good worker\n\nChange-Id: " + changeId + "\n"));

    assertThat(scanned(change, 2)).isEqualTo(first);
  }

  @Test
  void revertCherryPickAndRebase() throws Exception {
    int change = push(GitClone.newChangeId());
    clone.git("push", "-q", "origin", "HEAD~1:refs/heads/other");
    int picked =
        GERRIT
            .client()
            .post(
                path(change) + "revisions/current/cherrypick",
                Map.of("destination", "other", "message", "Add a worker here, too"))
            .getAsJsonObject()
            .get("_number")
            .getAsInt();
    assertThat(scanned(picked, 1)).isNotNull();

    advanceMaster();
    GERRIT.client().post(path(change) + "rebase", Map.of());
    ChangeReview rebased = scanned(change, 2);
    assertThat(patchSetsWithComments(rebased)).containsExactly(1);

    GERRIT
        .client()
        .post(
            path(change) + "revisions/current/review", Map.of("labels", Map.of("Code-Review", 2)));
    resolveAll(change);
    GERRIT.client().post(path(change) + "submit", Map.of());
    int revert =
        GERRIT
            .client()
            .post(path(change) + "revert", Map.of())
            .getAsJsonObject()
            .get("_number")
            .getAsInt();
    assertThat(scanned(revert, 1).comments()).isEmpty();
  }

  @Test
  void commentAsksForScanOnceInMinuteAndRecheckIsForOthers() throws Exception {
    int change = push(GitClone.newChangeId());
    scanned(change, 1);
    String first = scannedAt(change);

    say(change, "recheck");
    GERRIT.awaitScans();
    assertThat(scannedAt(change)).isEqualTo(first);

    say(change, "eventlet-guard: scan");
    GERRIT.awaitScans();
    String second = scannedAt(change);
    assertThat(second).isNotEqualTo(first);

    say(change, "eventlet-guard: scan");
    GERRIT.awaitScans();
    assertThat(scannedAt(change)).isEqualTo(second);
  }

  @Test
  void answerInThreadLeadsToScanWhereTheThreadMayBeOurs() throws Exception {
    int change = push(GitClone.newChangeId());
    scanned(change, 1);
    String first = scannedAt(change);

    resolveAll(change);
    GERRIT.awaitScans();

    assertThat(scannedAt(change)).isNotEqualTo(first);
  }

  @Test
  void commentOnChangeWithoutOursLeadsToNone() throws Exception {
    clone.write("README.rst", "A service\n");
    clone.commit("Describe the service", GitClone.newChangeId());
    int change = clone.pushForReview("master");
    scanned(change, 1);
    String first = scannedAt(change);

    GERRIT
        .client()
        .post(
            path(change) + "revisions/current/review",
            Map.of(
                "comments",
                Map.of("README.rst", List.of(Map.of("line", 1, "message", "Which one?")))));
    GERRIT.awaitScans();

    assertThat(scannedAt(change)).isEqualTo(first);
  }

  @Test
  void workInProgressIsReviewedWhereTheProjectWantsIt() throws Exception {
    project.configurePlugin(Map.of("scanWorkInProgress", "true"), GERRIT.newFolder());
    clone.write(PATH, USAGE);
    clone.commit("Add a worker", GitClone.newChangeId());
    int change = clone.pushForReview("master%wip");

    assertThat(patchSetsWithComments(scanned(change, 1))).containsExactly(1);
  }

  @Test
  void uploaderMayBeLeftAlone() throws Exception {
    project.configurePlugin(Map.of("skipUploader", "proposal-bot, admin"), GERRIT.newFolder());

    int change = push(GitClone.newChangeId());

    assertThat(GERRIT.review(project, change).isEmpty()).isTrue();
    assertThat(GERRIT.check(project, change).get("skipped").getAsString()).isEqualTo("uploader");
  }

  @Test
  void tenPatchSetsPushedWithoutWaitingLoseNothingAndSayNothingTwice() throws Exception {
    String changeId = GitClone.newChangeId();
    int change = push(changeId);
    for (int patchSet = 2; patchSet <= 10; patchSet++) {
      clone.write(PATH, USAGE + "# %d\n".formatted(patchSet));
      clone.amend("Add a worker", changeId);
      clone.pushForReview("master");
    }

    ChangeReview review = scanned(change, 10);

    assertThat(review.comments().stream().map(ChangeReview.InlineComment::range).distinct())
        .hasSize(review.comments().size());
    assertThat(review.comments()).isNotEmpty();
  }

  private int push(String changeId) throws Exception {
    clone.write(PATH, USAGE);
    clone.commit("Add a worker", changeId);
    return clone.pushForReview("master");
  }

  private void advanceMaster() throws Exception {
    GitClone other = project.cloneTo(GERRIT.newFolder());
    other.write("README.rst", "A service\n");
    other.commit("Describe the service", GitClone.newChangeId());
    other.pushBranch("master");
  }

  private static void say(int change, String message) throws Exception {
    GERRIT.client().post(path(change) + "revisions/current/review", Map.of("message", message));
  }

  /** As a person does with the button Done. */
  private static void resolveAll(int change) throws Exception {
    JsonObject comments = GERRIT.client().get(path(change) + "comments").getAsJsonObject();
    for (String file : comments.keySet()) {
      for (var comment : comments.getAsJsonArray(file)) {
        JsonObject info = comment.getAsJsonObject();
        GERRIT
            .client()
            .post(
                path(change) + "revisions/current/review",
                Map.of(
                    "comments",
                    Map.of(
                        file,
                        List.of(
                            Map.of(
                                "in_reply_to",
                                info.get("id").getAsString(),
                                "message",
                                "Done",
                                "unresolved",
                                false)))));
      }
    }
  }

  /** The review of a change once its patch set, which is to be the current one, was scanned. */
  private ChangeReview scanned(int change, int patchSet) throws Exception {
    ChangeReview review = GERRIT.review(project, change);
    JsonObject check = GERRIT.check(project, change);
    assertThat(check.get("patch_set").getAsInt()).isEqualTo(patchSet);
    assertThat(check.get("outcome").getAsString()).isAnyOf("reviewed", "no_news");
    return review;
  }

  private String scannedAt(int change) throws Exception {
    return GERRIT.check(project, change).get("scanned").getAsString();
  }

  private static List<Integer> patchSetsWithComments(ChangeReview review) {
    return review.comments().stream().map(ChangeReview.InlineComment::patchSet).distinct().toList();
  }

  private static String path(int change) {
    return "changes/%d/".formatted(change);
  }
}
