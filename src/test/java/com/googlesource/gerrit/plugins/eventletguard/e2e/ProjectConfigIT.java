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
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import com.googlesource.gerrit.plugins.eventletguard.server.CommentThread;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritClient;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritProject;
import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How {@code project.config} is written: by a push, by a review, and on the project's page. */
final class ProjectConfigIT {
  /** Settings of a branch with a word that there is not. */
  private static final String MISTAKE = "[branch]\n\tstage = duel\n\tseries = 2026.1\n";

  @RegisterExtension static final GerritServer GERRIT = GerritServer.shared();

  private GerritProject grandparent;
  private GerritProject parent;
  private GerritProject project;

  @BeforeEach
  void makeThreeLevels(TestInfo test) throws Exception {
    String name = "config/" + test.getTestMethod().orElseThrow().getName();
    grandparent = GerritProject.create(GERRIT.site(), name + "/all", GerritProject.ALL_PROJECTS);
    parent = GerritProject.create(GERRIT.site(), name + "/some", grandparent.name());
    project = GerritProject.create(GERRIT.site(), name + "/one", parent.name());
  }

  @Test
  void nearestValueHoldsOverThreeLevels() throws Exception {
    configure(grandparent, Map.of("enabled", "true", "dryRun", "true"));
    configure(parent, Map.of("dryRun", "false", "label", "Code-Review", "voteOnFindings", "0"));
    configure(project, Map.of("label", "", "voteOnFindings", "-1"));

    ChangeReview review = pushUsage("import eventlet\n");

    assertThat(review.comments()).hasSize(1);
    assertThat(review.votes()).isEmpty();
  }

  @Test
  void projectBelowCannotDisableWhatIsEnforced() throws Exception {
    configure(grandparent, Map.of("enabled", "enforced"));
    configure(project, Map.of("enabled", "false"));

    assertThat(pushUsage("import eventlet\n").comments()).hasSize(1);
  }

  @Test
  void noCommentSilencesAFindingWhereThePluginIsEnforced() throws Exception {
    configure(grandparent, Map.of("enabled", "enforced"));

    assertThat(pushUsage("import eventlet  # noqa: EVT100\n").comments()).hasSize(1);
  }

  @Test
  void commentSilencesAFindingElsewhere() throws Exception {
    configure(grandparent, Map.of("enabled", "true"));

    assertThat(pushUsage("import eventlet  # noqa: EVT100\n").isEmpty()).isTrue();
  }

  @Test
  void pushOfAWrongValueIsRefused() throws Exception {
    IOException refusal =
        assertThrows(IOException.class, () -> configure(project, Map.of("enabled", "maybe")));

    assertThat(refusal).hasMessageThat().contains("invalid configuration of the plugin");
    assertThat(refusal)
        .hasMessageThat()
        .contains(
            "project.config: [plugin \"eventlet-guard\"] enabled = maybe is not true, false or"
                + " enforced");
  }

  @Test
  void pushOfAWrongValueForReviewIsRefused() throws Exception {
    IOException refusal =
        assertThrows(
            IOException.class,
            () ->
                project.pushPluginSettings(
                    Map.of("failOn", "info"), GERRIT.newFolder(), "refs/for/refs/meta/config"));

    assertThat(refusal).hasMessageThat().contains("failOn = info is not warning or error");
  }

  @Test
  void pushOfARightValueForReviewIsTaken() throws Exception {
    String output =
        project.pushPluginSettings(
            Map.of("failOn", "error"), GERRIT.newFolder(), "refs/for/refs/meta/config");

    assertThat(output).contains("SUCCESS");
  }

  @Test
  void keyThatThereIsNotIsRefused() throws Exception {
    IOException refusal =
        assertThrows(IOException.class, () -> configure(project, Map.of("enable", "true")));

    assertThat(refusal).hasMessageThat().contains("enable = true sets a key that there is not");
  }

  @Test
  void valueWithoutEffectIsPointedOut() throws Exception {
    configure(grandparent, Map.of("enabled", "enforced"));

    String output =
        project.pushPluginSettings(
            Map.of("enabled", "false", "maxInlineComments", "5000", "label", "No-Such-Label"),
            GERRIT.newFolder(),
            "refs/meta/config");

    assertThat(output).contains("enabled has no effect: %s enforces".formatted(grandparent.name()));
    assertThat(output).contains("maxInlineComments is more than the 50 that this site allows");
    assertThat(output).contains("the project has no label No-Such-Label");
  }

  @Test
  void projectPageOffersWordsAndShowsWhatIsInherited() throws Exception {
    configure(grandparent, Map.of("enabled", "enforced", "label", "Code-Review"));

    JsonObject enabled = pageEntry("enabled");

    assertThat(enabled.get("type").getAsString()).isEqualTo("LIST");
    assertThat(enabled.get("permitted_values").toString())
        .isEqualTo("[\"INHERIT\",\"false\",\"true\",\"enforced\"]");
    assertThat(enabled.get("inherited_value").getAsString()).isEqualTo("enforced");
    assertThat(pageEntry("label").get("inherited_value").getAsString()).isEqualTo("Code-Review");
  }

  @Test
  void projectPageSetsAndUnsets() throws Exception {
    configure(grandparent, Map.of("enabled", "true"));

    putOnPage("enabled", "false");
    ChangeReview disabled = pushUsage("import eventlet\n");
    putOnPage("enabled", "INHERIT");
    ChangeReview inherited = pushUsage("import eventlet\n");

    assertThat(disabled.isEmpty()).isTrue();
    assertThat(inherited.comments()).hasSize(1);
  }

  @Test
  void projectPageRefusesAnotherWord() throws Exception {
    IOException refusal = assertThrows(IOException.class, () -> putOnPage("enabled", "maybe"));

    assertThat(refusal).hasMessageThat().contains("The value 'maybe' is not permitted");
  }

  /** The page takes any text for a key that is no choice, and nothing checks it. */
  @Test
  void wrongValueThatCameInThroughRestIsLoggedOnceAndHoldsUpNobody() throws Exception {
    configure(grandparent, Map.of("enabled", "true"));
    putOnPage("voteOnFindings", "minus one");

    ChangeReview first = pushUsage("import eventlet\n");
    ChangeReview second = pushUsage("import eventlet\n");
    String output =
        project.pushPluginSettings(
            Map.of("failOn", "error"), GERRIT.newFolder(), "refs/meta/config");

    assertThat(first.comments()).hasSize(1);
    assertThat(second.comments()).hasSize(1);
    String warning =
        "project.config of %s: [plugin \"eventlet-guard\"] voteOnFindings = minus one is not"
            .formatted(project.name());
    assertThat(GERRIT.site().log().split(Pattern.quote(warning), -1)).hasLength(2);
    assertThat(output).contains("voteOnFindings = minus one is not a number");
  }

  @Test
  void dryRunIsLoggedAndSaysNothing() throws Exception {
    configure(grandparent, Map.of("enabled", "true", "dryRun", "true"));

    ChangeReview review = pushUsage("import eventlet\n");

    assertThat(review.isEmpty()).isTrue();
    assertThat(GERRIT.site().log()).containsMatch(project.name() + ".* would be reviewed so: ");
  }

  @Test
  void mistakeInTheSettingsOfTheBranchIsCommentedOnItsLineOnce() throws Exception {
    configure(grandparent, Map.of("enabled", "true"));
    String changeId = GitClone.newChangeId();
    GitClone clone = project.cloneTo(GERRIT.newFolder());
    int change = pushBranchSettings(clone, changeId, MISTAKE);
    ChangeReview first = GERRIT.review(project, change);
    clone.amend("Say where we stand in the migration", changeId);
    clone.pushForReview("master");

    assertThat(first.comments()).hasSize(1);
    assertThat(first.comments().getFirst().path()).isEqualTo(".eventlet-guard.config");
    assertThat(first.comments().getFirst().range()).isEqualTo(new Range(2, 1, 2, 13));
    assertThat(first.comments().getFirst().message())
        .contains("stage = duel: use eventlet, dual, removed or auto");
    assertThat(GERRIT.review(project, change).comments()).hasSize(1);
  }

  @Test
  void threadOnAMistakeInTheSettingsIsResolvedWhenItIsMended() throws Exception {
    configure(grandparent, Map.of("enabled", "true"));
    String changeId = GitClone.newChangeId();
    GitClone clone = project.cloneTo(GERRIT.newFolder());
    int change = pushBranchSettings(clone, changeId, MISTAKE);
    List<CommentThread> told = threads(change);
    clone.write(".eventlet-guard.config", MISTAKE.replace("duel", "dual"));
    clone.amend("Say where we stand", changeId);
    clone.pushForReview("master");
    List<CommentThread> mended = threads(change);

    assertThat(told).hasSize(1);
    assertThat(told.getFirst().lastMessage())
        .endsWith(
            "\nWhat can be set: "
                + GERRIT.site().url()
                + "plugins/eventlet-guard/Documentation/branch-config.html");
    assertThat(mended).hasSize(1);
    assertThat(mended.getFirst().unresolved()).isFalse();
    assertThat(mended.getFirst().lastMessage()).startsWith("Gone since patch set 2: ");
  }

  /** Pushes a change that makes the settings of the branch. */
  private static int pushBranchSettings(GitClone clone, String changeId, String settings)
      throws Exception {
    clone.write(".eventlet-guard.config", settings);
    clone.commit("Say where we stand", changeId);
    return clone.pushForReview("master");
  }

  private List<CommentThread> threads(int change) throws Exception {
    GERRIT.awaitScans();
    return CommentThread.read(GERRIT.client(), project.name(), change);
  }

  private void putOnPage(String key, String value) throws Exception {
    GERRIT
        .client()
        .put(
            configPath(),
            Map.of(
                "plugin_config_values",
                Map.of("eventlet-guard", Map.of(key, Map.of("value", value)))));
  }

  private JsonObject pageEntry(String key) throws Exception {
    return GERRIT
        .client()
        .get(configPath())
        .getAsJsonObject()
        .getAsJsonObject("plugin_config")
        .getAsJsonObject("eventlet-guard")
        .getAsJsonObject(key);
  }

  private String configPath() {
    return "projects/%s/config".formatted(GerritClient.encoded(project.name()));
  }

  private static void configure(GerritProject project, Map<String, String> settings)
      throws Exception {
    project.configurePlugin(settings, GERRIT.newFolder());
  }

  private ChangeReview pushUsage(String text) throws Exception {
    GitClone clone = project.cloneTo(GERRIT.newFolder());
    clone.write("worker.py", text);
    clone.commit("Use Eventlet", GitClone.newChangeId());
    return GERRIT.review(project, clone.pushForReview("master"));
  }
}
