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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What events, restarts and crashes lose is found again; nothing is said twice. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SweepIT {
  private static final Pattern NEW_CHANGE = Pattern.compile("/\\+/(\\d+) .*\\[NEW\\]");

  @RegisterExtension
  static final GerritServer GERRIT =
      new GerritServer(
          "sweep",
          config -> {
            config.setBoolean("plugin", "eventlet-guard", "createAccount", true);
            config.setString("plugin", "eventlet-guard", "sweepInterval", "1 second");
          });

  @Test
  @Order(1)
  void reportSurvivesRestart(TestInfo test) throws Exception {
    GerritProject project = project(test, /* enabled= */ true);
    int change = pushOne(project, "master");
    GERRIT.awaitScans();
    JsonObject before = GERRIT.check(project, change);
    ChangeReview review = GERRIT.review(project, change);

    GERRIT.stopAndStart();

    assertThat(GERRIT.check(project, change)).isEqualTo(before);
    assertThat(GERRIT.review(project, change)).isEqualTo(review);
  }

  @Test
  @Order(2)
  void twoHundredChangesInOnePushAreReviewedOnceEachAlthoughTheServerIsKilled(TestInfo test)
      throws Exception {
    GerritProject project = project(test, /* enabled= */ true);
    List<Integer> changes = pushMany(project, 200);

    GERRIT.killAndStart();

    assertThat(changes).hasSize(200);
    assertEachIsReviewedOnce(project, changes);
    // Without work left over the kill would have proved nothing.
    assertThat(GERRIT.site().log()).containsMatch("the sweep found \\d+ changes");
  }

  @Test
  @Order(3)
  void changeThatMovesIsScannedForItsNewBranch(TestInfo test) throws Exception {
    GerritProject project = project(test, /* enabled= */ true);
    GitClone clone = project.cloneTo(GERRIT.newFolder());
    clone.pushBranch("other");
    int change = pushOne(project, "master");
    GERRIT.awaitCheck(project, change, check -> branch(check).equals("refs/heads/master"));

    GERRIT
        .client()
        .post("changes/%d/move".formatted(change), Map.of("destination_branch", "other"));

    GERRIT.awaitCheck(project, change, check -> branch(check).equals("refs/heads/other"));
  }

  @Test
  @Order(4)
  void openChangeIsReviewedOnceItsProjectIsEnabled(TestInfo test) throws Exception {
    GerritProject project = project(test, /* enabled= */ false);
    int change = pushOne(project, "master");
    JsonObject before = GERRIT.check(project, change);

    project.configurePlugin(Map.of("enabled", "true"), GERRIT.newFolder());

    assertThat(before.get("skipped").getAsString()).isEqualTo("not_enabled");
    GERRIT.awaitCheck(project, change, check -> check.has("outcome"));
    assertThat(GERRIT.review(project, change).comments()).hasSize(1);
  }

  @Test
  @Order(5)
  void reloadWhileScansWaitLosesNothing(TestInfo test) throws Exception {
    GerritProject project = project(test, /* enabled= */ true);
    List<Integer> changes = pushMany(project, 40);

    GERRIT.client().post("plugins/eventlet-guard/gerrit~reload", Map.of());

    assertEachIsReviewedOnce(project, changes);
    // Without reviews by the plugin that came after the reload it would have proved nothing.
    assertThat(reviewsSinceStart()).isGreaterThan(0);
  }

  private static int reviewsSinceStart() throws Exception {
    JsonObject scans =
        GERRIT
            .client()
            .get("config/server/eventlet-guard~status")
            .getAsJsonObject()
            .getAsJsonObject("scans");
    return scans.has("reviewed") ? scans.get("reviewed").getAsInt() : 0;
  }

  private static void assertEachIsReviewedOnce(GerritProject project, List<Integer> changes)
      throws Exception {
    for (int change : changes) {
      GERRIT.awaitCheck(project, change, check -> check.has("outcome"));
    }
    GERRIT.awaitScans();
    for (int change : changes) {
      ChangeReview review = GERRIT.review(project, change);
      assertThat(review.comments()).hasSize(1);
      assertThat(review.messages()).hasSize(1);
    }
  }

  private static String branch(JsonObject check) {
    return check.has("branch") ? check.get("branch").getAsString() : "";
  }

  private static GerritProject project(TestInfo test, boolean enabled) throws Exception {
    GerritProject project = GERRIT.newProject(test);
    if (enabled) {
      project.configurePlugin(Map.of("enabled", "true"), GERRIT.newFolder());
    }
    return project;
  }

  private static int pushOne(GerritProject project, String branch) throws Exception {
    GitClone clone = project.cloneTo(GERRIT.newFolder());
    clone.write("worker.py", "import eventlet\n");
    clone.commit("Use Eventlet", GitClone.newChangeId());
    return clone.pushForReview(branch);
  }

  /** Pushes a row of changes at once, each with a usage of its own. */
  private static List<Integer> pushMany(GerritProject project, int count) throws Exception {
    GitClone clone = project.cloneTo(GERRIT.newFolder());
    for (int number = 0; number < count; number++) {
      clone.write("worker%d.py".formatted(number), "import eventlet\n");
      clone.commit("Use Eventlet in worker " + number, GitClone.newChangeId());
    }
    String output = clone.git("push", "origin", "HEAD:refs/for/master");
    List<Integer> changes = new ArrayList<>();
    Matcher change = NEW_CHANGE.matcher(output);
    while (change.find()) {
      changes.add(Integer.parseInt(change.group(1)));
    }
    return changes;
  }
}
