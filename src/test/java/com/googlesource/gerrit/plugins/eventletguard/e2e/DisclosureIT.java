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

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritClient;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritProject;
import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import com.googlesource.gerrit.plugins.eventletguard.server.SshClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That what the plugin writes to somebody tells nothing that they could not read in Gerrit. */
final class DisclosureIT {
  private static final String CONFIG = "refs/meta/config";

  /** Words that stand only where the outsider cannot read. */
  private static final String EMBARGOED = "embargo";

  @RegisterExtension static final GerritServer GERRIT = GerritServer.shared();

  private static Person outsider;
  private static Person insider;

  @BeforeAll
  static void makePeople() throws Exception {
    outsider = Person.create(GERRIT, "disclosure-outsider");
    insider = Person.create(GERRIT, "disclosure-insider");
  }

  @Test
  void projectThatIsHiddenIsAsOneThatThereIsNot(TestInfo test) throws Exception {
    GerritProject hidden = project(test, "hidden", GerritProject.ALL_PROJECTS);
    hidden.configurePlugin(Map.of("enabled", "true"), GERRIT.newFolder());
    int change = push(hidden, "worker.py");
    hidden.hideFromAllBut(insider.group(), insider.group());
    String none = hidden.name().replace("hidden", "absent");

    for (String path :
        List.of(
            "projects/%s/eventlet-guard~config",
            "projects/%s/eventlet-guard~config?branch=master",
            "changes/%s~" + change + "/revisions/current/eventlet-guard~check")) {
      assertThat(refusalOfGet(path.formatted(GerritClient.encoded(hidden.name()))))
          .isEqualTo(
              refusalOfGet(path.formatted(GerritClient.encoded(none))).replace("absent", "hidden"));
    }
    SshClient ssh = outsider.ssh();
    for (List<String> command :
        List.of(
            List.of("config", "%s"),
            List.of("scan", "%s~" + change),
            List.of("cleanup", "%s~" + change),
            List.of("cleanup", "--project", "%s"))) {
      SshClient.Result ofHidden = run(ssh, command, hidden.name());
      SshClient.Result ofNone = run(ssh, command, none);
      assertThat(ofHidden.output()).isEqualTo(ofNone.output().replace("absent", "hidden"));
      assertThat(ofHidden.status()).isEqualTo(ofNone.status());
    }
  }

  @Test
  void privateChangeIsAsOneThatThereIsNot(TestInfo test) throws Exception {
    GerritProject project = project(test, "open", GerritProject.ALL_PROJECTS);
    project.configurePlugin(Map.of("enabled", "true"), GERRIT.newFolder());
    int change = push(project, "worker.py", "master%private");
    int none = change + 100_000;

    assertThat(refusalOfGet(check(project, change)))
        .isEqualTo(
            refusalOfGet(check(project, none))
                .replace(Integer.toString(none), Integer.toString(change)));
  }

  @Test
  void pushIsToldOfAParentOnlyWhatItsPusherCanRead(TestInfo test) throws Exception {
    GerritProject parent = hiddenParent(test, Map.of("enabled", "enforced"));
    GerritProject below = project(test, "below", project(test, "between", parent.name()).name());
    below.hideFromAllBut(insider.group(), outsider.group());

    String toOutsider = pushSetting(below, outsider.name(), outsider.name(), "enabled", "true");
    String toAdministrator =
        pushSetting(below, GerritClient.ADMIN, GerritClient.PASSWORD, "enabled", "true");

    assertThat(toOutsider).contains("enabled has no effect: a parent project enforces it");
    assertThat(toOutsider).doesNotContain(parent.name());
    assertThat(toAdministrator)
        .contains("enabled has no effect: %s enforces it".formatted(parent.name()));
  }

  @Test
  void refusedPushIsToldNothingButItsOwnMistake(TestInfo test) throws Exception {
    GerritProject parent =
        hiddenParent(test, Map.of("enabled", "enforced", "skipUploader", EMBARGOED + "-bot"));
    GerritProject below = project(test, "below", parent.name());
    below.hideFromAllBut(insider.group(), outsider.group());

    IOException refusal =
        assertThrows(
            IOException.class,
            () -> pushSetting(below, outsider.name(), outsider.name(), "failOn", "never"));

    assertThat(refusal).hasMessageThat().contains("failOn = never is not warning or error");
    assertThat(refusal).hasMessageThat().doesNotContain(parent.name());
    assertThat(refusal).hasMessageThat().doesNotContain(EMBARGOED);
  }

  /** The server's own page of the project shows these values to the same people. */
  @Test
  void ownerSeesOfAHiddenParentWhatTheServerShowsOfIt(TestInfo test) throws Exception {
    GerritProject parent = hiddenParent(test, Map.of("enabled", "true", "acceptLabel", "Verified"));
    GerritProject below = project(test, "below", parent.name());
    below.hideFromAllBut(insider.group(), outsider.group());
    String path = "projects/%s/".formatted(GerritClient.encoded(below.name()));

    JsonObject shown = outsider.client().get(path + "eventlet-guard~config").getAsJsonObject();
    JsonObject page =
        outsider
            .client()
            .get(path + "config")
            .getAsJsonObject()
            .getAsJsonObject("plugin_config")
            .getAsJsonObject("eventlet-guard");

    int inherited = 0;
    for (JsonElement element : shown.getAsJsonArray("settings")) {
      JsonObject setting = element.getAsJsonObject();
      if (!setting.get("source").getAsString().equals("the default")) {
        assertThat(setting.get("source").getAsString())
            .isEqualTo("project.config of a parent project");
        assertThat(setting.get("value"))
            .isEqualTo(
                page.getAsJsonObject(setting.get("key").getAsString()).get("inherited_value"));
        inherited++;
      }
    }
    assertThat(inherited).isEqualTo(2);
    assertThat(shown.toString()).doesNotContain(parent.name());
  }

  /** Who may read a project's settings is told nothing of what is not in its branches. */
  @Test
  void configurationIsOfNoRefThatIsNoBranch(TestInfo test) throws Exception {
    GerritProject project = ownedByTheOutsider(test);
    GitClone clone = project.cloneTo(GERRIT.newFolder());
    clone.write(".eventlet-guard.config", "[ignore]\n\tpath = embargoed_agent.py\n");
    int change = push(clone, "worker.py", "master%private");
    String config = "projects/%s/eventlet-guard~config?branch=".formatted(encoded(project));

    for (String ref :
        List.of(
            "refs/changes/%02d/%d/1".formatted(change % 100, change),
            "refs/changes/%02d/%d/meta".formatted(change % 100, change))) {
      String none = ref.replace("/" + change + "/", "/123456/");
      assertThat(refusalOfGet(config + GerritClient.encoded(ref)))
          .isEqualTo(
              refusalOfGet(config + GerritClient.encoded(none))
                  .replace(GerritClient.encoded(none), GerritClient.encoded(ref))
                  .replace(none, ref));
    }
    assertThat(refusalOfGet(config + CONFIG)).contains("no branch " + CONFIG);
  }

  @Test
  void hiddenBranchIsNotNamedAsTheOneOfHead(TestInfo test) throws Exception {
    GerritProject project = ownedByTheOutsider(test);
    project.cloneTo(GERRIT.newFolder()).pushBranch(EMBARGOED);
    project.hideRefFromAllBut("refs/heads/" + EMBARGOED, insider.group());
    GERRIT
        .client()
        .put(
            "projects/%s/HEAD".formatted(encoded(project)),
            Map.of("ref", "refs/heads/" + EMBARGOED));

    assertThat(refusalOfGet("projects/%s/eventlet-guard~config".formatted(encoded(project))))
        .doesNotContain(EMBARGOED);
    assertThat(outsider.ssh().run("eventlet-guard", "config", project.name()).output())
        .doesNotContain(EMBARGOED);
  }

  @Test
  void reportThatWasMadeForAnotherBranchIsForWhoCanReadThatBranch(TestInfo test) throws Exception {
    GerritProject project = project(test, "open", GerritProject.ALL_PROJECTS);
    project.configurePlugin(Map.of("enabled", "true"), GERRIT.newFolder());
    project.hideRefFromAllBut("refs/heads/" + EMBARGOED, insider.group());
    GitClone clone = project.cloneTo(GERRIT.newFolder());
    clone.write(
        ".eventlet-guard.config", "[ignore]\n\tpath = embargoed_agent.py\n\tpath = worker.py\n");
    clone.commit("Say what is legitimate", GitClone.newChangeId());
    clone.pushBranch(EMBARGOED);
    clone.git("checkout", "-q", "HEAD~1");
    int change = push(clone, "worker.py", EMBARGOED);
    GERRIT.awaitScans();
    String path = "changes/%s~%d/".formatted(encoded(project), change);

    GERRIT.client().post(path + "move", Map.of("destination_branch", "master"));
    String check = path + "revisions/current/eventlet-guard~check";
    JsonObject toOutsider = outsider.client().get(check).getAsJsonObject();
    JsonObject toInsider = insider.client().get(check).getAsJsonObject();

    assertThat(toInsider.get("branch").getAsString()).isEqualTo("refs/heads/" + EMBARGOED);
    assertThat(toInsider.get("report").toString()).contains("silenced_by");
    assertThat(toOutsider.keySet()).containsExactly("patch_set", "current");
  }

  /** Of a change that was picked, the server shows everybody the number, and no more. */
  @Test
  void reviewOfAPickTellsNothingOfAPrivateOriginal(TestInfo test) throws Exception {
    GerritProject project = project(test, "open", GerritProject.ALL_PROJECTS);
    project.configurePlugin(Map.of("enabled", "true"), GERRIT.newFolder());
    GitClone clone = project.cloneTo(GERRIT.newFolder());
    clone.pushBranch(EMBARGOED);
    project.hideRefFromAllBut("refs/heads/" + EMBARGOED, insider.group());
    int original = push(clone, "worker.py", EMBARGOED + "%private");
    int picked = pick(project, original, "master");
    clone.git("fetch", "-q", "origin", "refs/changes/%02d/%d/1".formatted(picked % 100, picked));
    clone.git("checkout", "-q", "FETCH_HEAD");
    String message = clone.git("log", "-1", "--format=%B");
    clone.write("agent.py", "import eventlet\n");
    clone.git("add", "-A");
    clone.git("commit", "-q", "--amend", "-m", message);
    clone.pushForReview("master");

    GERRIT.awaitScans();
    ChangeReview review = ChangeReview.read(outsider.client(), project.name(), picked);
    JsonElement check = outsider.client().get(check(project, picked));

    assertThat(review.comments()).hasSize(1);
    assertThat(review.messages().getLast())
        .contains("This change was picked from change %d.".formatted(original));
    String commit =
        GERRIT
            .client()
            .get("changes/%s~%d/revisions/current/commit".formatted(encoded(project), original))
            .getAsJsonObject()
            .get("commit")
            .getAsString();
    for (String secret : List.of(commit.substring(0, 7), EMBARGOED)) {
      assertThat(review.toString()).doesNotContain(secret);
      assertThat(check.toString()).doesNotContain(secret);
    }
  }

  @Test
  void traceSendsNoLineOfTheLogToWhoAsksForIt(TestInfo test) throws Exception {
    GerritProject project = project(test, "open", GerritProject.ALL_PROJECTS);
    project.configurePlugin(Map.of("enabled", "true"), GERRIT.newFolder());
    GitClone clone = project.cloneTo(GERRIT.newFolder());
    clone.actAs(GERRIT.site().url(), project.name(), outsider.name(), outsider.name());
    clone.write("worker.py", "import eventlet\n");
    clone.commit("Use Eventlet", GitClone.newChangeId());

    String pushed = clone.git("push", "-o", "trace=disclosure", "origin", "HEAD:refs/for/master");
    GERRIT.awaitScans();
    String config = "projects/%s/eventlet-guard~config".formatted(encoded(project));
    String name = project.name();
    SshClient.Result traced = outsider.ssh().run("eventlet-guard", "config", "--trace", name);
    SshClient.Result plain = outsider.ssh().run("eventlet-guard", "config", name);

    assertThat(pushed).contains("TRACE_ID: disclosure");
    assertThat(pushed.replace(project.name(), "")).doesNotContain("eventlet-guard");
    assertThat(refusalOfGet(config + "?trace=disclosure"))
        .isEqualTo(refusalOfGet(config).replace(config, config + "?trace=disclosure"));
    assertThat(traced.output().replaceFirst("TRACE_ID: .*\n", "")).isEqualTo(plain.output());
  }

  /** A project of whose settings the outsider may read everything. */
  private static GerritProject ownedByTheOutsider(TestInfo test) throws Exception {
    GerritProject project = project(test, "owned", GerritProject.ALL_PROJECTS);
    project.configurePlugin(Map.of("enabled", "true"), GERRIT.newFolder());
    project.hideFromAllBut(insider.group(), outsider.group());
    return project;
  }

  /** A parent project that the outsider cannot read. */
  private static GerritProject hiddenParent(TestInfo test, Map<String, String> settings)
      throws Exception {
    GerritProject parent = project(test, EMBARGOED, GerritProject.ALL_PROJECTS);
    parent.configurePlugin(settings, GERRIT.newFolder());
    parent.hideFromAllBut(insider.group(), insider.group());
    return parent;
  }

  private static GerritProject project(TestInfo test, String name, String parent) throws Exception {
    return GerritProject.create(
        GERRIT.site(),
        "disclosure/%s/%s".formatted(test.getTestMethod().orElseThrow().getName(), name),
        parent);
  }

  /** What git prints when somebody pushes a setting of the plugin for review. */
  private static String pushSetting(
      GerritProject project, String user, String password, String key, String value)
      throws Exception {
    GitClone clone = project.cloneTo(GERRIT.newFolder());
    clone.actAs(GERRIT.site().url(), project.name(), user, password);
    clone.git("fetch", "-q", "origin", CONFIG);
    clone.git("checkout", "-q", "FETCH_HEAD");
    clone.git("config", "-f", "project.config", "plugin.eventlet-guard." + key, value);
    clone.commit("Configure the plugin eventlet-guard", GitClone.newChangeId());
    return clone.git("push", "origin", "HEAD:refs/for/" + CONFIG);
  }

  /** Picks a change for another branch, as the administrator, and returns the new change. */
  private static int pick(GerritProject project, int change, String branch) throws Exception {
    return GERRIT
        .client()
        .post(
            "changes/%s~%d/revisions/current/cherrypick".formatted(encoded(project), change),
            Map.of("destination", branch, "message", "Use Eventlet in the worker"))
        .getAsJsonObject()
        .get("_number")
        .getAsInt();
  }

  private static String encoded(GerritProject project) {
    return GerritClient.encoded(project.name());
  }

  private static String check(GerritProject project, int change) {
    return "changes/%s~%d/revisions/current/eventlet-guard~check"
        .formatted(encoded(project), change);
  }

  private static int push(GerritProject project, String path) throws Exception {
    return push(project, path, "master");
  }

  private static int push(GerritProject project, String path, String target) throws Exception {
    int change = push(project.cloneTo(GERRIT.newFolder()), path, target);
    GERRIT.awaitScans();
    return change;
  }

  private static int push(GitClone clone, String path, String target) throws Exception {
    clone.write(path, "import eventlet\n");
    clone.commit("Use Eventlet", GitClone.newChangeId());
    return clone.pushForReview(target);
  }

  /** Status and text with which the outsider is refused. */
  private static String refusalOfGet(String path) {
    return assertThrows(IOException.class, () -> outsider.client().get(path)).getMessage();
  }

  private static SshClient.Result run(SshClient ssh, List<String> command, String name)
      throws Exception {
    List<String> words = new ArrayList<>(List.of("eventlet-guard"));
    command.forEach(word -> words.add(word.formatted(name)));
    return ssh.run(words.toArray(String[]::new));
  }
}
