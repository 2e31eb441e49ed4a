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

import com.google.gson.JsonObject;
import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritClient;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritProject;
import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import com.googlesource.gerrit.plugins.eventletguard.server.SshClient;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people can ask for over REST and SSH, and that nobody is shown what they cannot read. */
final class AccessIT {
  private static final String SECRET = "access/hidden";
  private static final String PUBLIC = "access/public";
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  @RegisterExtension static final GerritServer GERRIT = GerritServer.shared();

  private static GerritProject hidden;
  private static GerritProject open;
  private static int hiddenChange;
  private static int openChange;

  private static GerritClient anonymous;
  private static GerritClient outsider;
  private static GerritClient reader;
  private static GerritClient owner;
  private static GerritClient keeper;

  @BeforeAll
  static void makeProjects() throws Exception {
    anonymous = GerritClient.anonymous(GERRIT.site().url());
    outsider = Person.create(GERRIT, "outsider").client();
    reader = Person.create(GERRIT, "reader").client();
    owner = Person.create(GERRIT, "owner").client();
    keeper = Person.create(GERRIT, "keeper").client();
    hidden = GerritProject.create(GERRIT.site(), SECRET, GerritProject.ALL_PROJECTS);
    hidden.configurePlugin(Map.of("enabled", "true"), GERRIT.newFolder());
    hiddenChange = push(hidden, "secret_worker.py");
    hidden.hideFromAllBut("only-reader", "only-owner");
    open = GerritProject.create(GERRIT.site(), PUBLIC, GerritProject.ALL_PROJECTS);
    open.configurePlugin(Map.of("enabled", "true"), GERRIT.newFolder());
    openChange = push(open, "worker.py");
    GERRIT.awaitScans();
    String keepers =
        GERRIT.client().get("groups/only-keeper").getAsJsonObject().get("id").getAsString();
    GERRIT
        .client()
        .post(
            "projects/All-Projects/access",
            Map.of(
                "add",
                Map.of(
                    "GLOBAL_CAPABILITIES",
                    Map.of(
                        "permissions",
                        Map.of(
                            "eventlet-guard-administrate",
                            Map.of("rules", Map.of(keepers, Map.of("action", "ALLOW"))))))));
  }

  @Test
  void reportIsForWhoCanReadTheChange() throws Exception {
    String check = revision(SECRET, hiddenChange) + "eventlet-guard~check";

    assertStatus(check, NOT_FOUND, NOT_FOUND, OK, OK, OK);
    assertStatus(revision(PUBLIC, openChange) + "eventlet-guard~check", OK, OK, OK, OK, OK);
  }

  @Test
  void reportSaysWhatTheCommandLineSays() throws Exception {
    JsonObject check = GERRIT.check(open, openChange);

    assertThat(check.get("outcome").getAsString()).isAnyOf("reviewed", "no_news");
    assertThat(check.get("current").getAsBoolean()).isTrue();
    JsonObject report = check.getAsJsonObject("report");
    JsonObject finding = report.getAsJsonArray("introduced").get(0).getAsJsonObject();
    assertThat(finding.get("path").getAsString()).isEqualTo("worker.py");
    assertThat(finding.getAsJsonObject("range").get("start_line").getAsInt()).isEqualTo(1);
    assertThat(report.keySet()).containsAtLeast("removed", "kept", "skipped", "summary");
  }

  @Test
  void scanIsForWhoHasSignedInAndCanReadTheChange() throws Exception {
    String scan = revision(SECRET, hiddenChange) + "eventlet-guard~scan";

    // The server asks those who have not signed in to do so before it looks for anything.
    assertThat(anonymous.statusOfPost(scan)).isEqualTo(FORBIDDEN);
    assertThat(outsider.statusOfPost(scan)).isEqualTo(NOT_FOUND);
    assertThat(anonymous.statusOfPost(revision(PUBLIC, openChange) + "eventlet-guard~scan"))
        .isEqualTo(FORBIDDEN);
    assertThat(reader.statusOfPost(scan)).isEqualTo(ACCEPTED);
    // Once a minute for everybody together, but as often as an administrator likes.
    assertThat(owner.statusOfPost(scan)).isEqualTo(CONFLICT);
    assertThat(GERRIT.client().statusOfPost(scan)).isEqualTo(ACCEPTED);
  }

  @Test
  void configurationIsForWhoCanReadIt() throws Exception {
    assertStatus(
        project(SECRET) + "eventlet-guard~config", NOT_FOUND, NOT_FOUND, FORBIDDEN, OK, OK);
    assertThat(owner.statusOf(project(PUBLIC) + "eventlet-guard~config")).isEqualTo(FORBIDDEN);
    assertThat(owner.statusOf(project(SECRET) + "eventlet-guard~config?branch=none"))
        .isEqualTo(NOT_FOUND);
  }

  @Test
  void configurationSaysWhereEachValueComesFrom() throws Exception {
    JsonObject config =
        owner.get(project(SECRET) + "eventlet-guard~config?branch=master").getAsJsonObject();

    assertThat(config.get("branch").getAsString()).isEqualTo("refs/heads/master");
    assertThat(setting(config, "enabled").get("value").getAsString()).isEqualTo("true");
    assertThat(setting(config, "enabled").get("source").getAsString())
        .isEqualTo("project.config of " + SECRET);
    assertThat(setting(config, "voteOnFindings").get("value").getAsString()).isEqualTo("-1");
    assertThat(setting(config, "voteOnFindings").get("source").getAsString())
        .isEqualTo("the default");
    assertThat(config.getAsJsonObject("stage").get("value").getAsString()).isEqualTo("removed");
  }

  @Test
  void statusIsForWhoHasTheCapability() throws Exception {
    String status = "config/server/eventlet-guard~status";

    assertStatus(status, FORBIDDEN, FORBIDDEN, FORBIDDEN, FORBIDDEN, OK);
    JsonObject info = keeper.get(status).getAsJsonObject();
    assertThat(info.get("version").getAsString()).isNotEqualTo("unknown");
    assertThat(info.get("account_found").getAsBoolean()).isTrue();
    assertThat(info.getAsJsonObject("rules").get("count").getAsInt()).isGreaterThan(0);
    assertThat(info.getAsJsonObject("scans").get("reviewed").getAsInt()).isGreaterThan(0);
  }

  @Test
  void commandsAreForWhomTheEndpointsAreFor() throws Exception {
    SshClient reading = ssh("reader", reader);
    SshClient outside = ssh("outsider", outsider);
    String name = SECRET + "~" + hiddenChange;

    assertThat(outside.run("eventlet-guard", "rules").output()).contains("EVT110");
    assertFails(outside.run("eventlet-guard", "scan", name), "ot found");
    assertFails(outside.run("eventlet-guard", "status"), "not permitted");
    assertFails(outside.run("eventlet-guard", "config", SECRET), "not found");
    assertFails(reading.run("eventlet-guard", "config", SECRET), "refs/meta/config");
    assertFails(reading.run("eventlet-guard", "cleanup", name), "not permitted");
    assertFails(reading.run("eventlet-guard", "cleanup"), "one of the three");
  }

  @Test
  void changeThatIsHiddenIsAsOneThatThereIsNot() throws Exception {
    SshClient outside = ssh("outsider", outsider);

    String hiddenName = SECRET + "~" + hiddenChange;
    String noName = SECRET + "~999999";
    SshClient.Result ofHidden = outside.run("eventlet-guard", "scan", hiddenName);
    SshClient.Result ofNone = outside.run("eventlet-guard", "scan", noName);

    assertThat(ofHidden.output().replace(hiddenName, noName)).isEqualTo(ofNone.output());
    assertThat(ofHidden.status()).isEqualTo(ofNone.status());
  }

  @Test
  void ownerSeesTheConfigurationOverSshAndNothingOfTheServer() throws Exception {
    SshClient owning = ssh("owner", owner);

    assertThat(owning.run("eventlet-guard", "config", SECRET).output())
        .contains("enabled = true  (project.config of " + SECRET + ")");
    assertFails(owning.run("eventlet-guard", "status"), "not permitted");
    assertFails(
        owning.run("eventlet-guard", "cleanup", SECRET + "~" + hiddenChange), "not permitted");
  }

  @Test
  void privateChangeIsForWhomTheServerShowsItTo() throws Exception {
    GitClone clone = open.cloneTo(GERRIT.newFolder());
    clone.write("private_worker.py", "import eventlet\n");
    clone.commit("Use Eventlet in private", GitClone.newChangeId());
    int change = clone.pushForReview("master%private");
    GERRIT.awaitScans();

    assertStatus(
        revision(PUBLIC, change) + "eventlet-guard~check",
        NOT_FOUND,
        NOT_FOUND,
        NOT_FOUND,
        NOT_FOUND,
        OK);
    assertFails(
        ssh("reader", reader).run("eventlet-guard", "scan", PUBLIC + "~" + change), "ot found");
  }

  /** The server shows the tasks of a project to whoever can see the project. */
  @Test
  void taskOfAPrivateChangeIsForAdministrators() throws Exception {
    GitClone clone = open.cloneTo(GERRIT.newFolder());
    for (int i = 0; i < 40; i++) {
      clone.write("worker%d.py".formatted(i), "import eventlet\n");
      clone.commit("Use Eventlet in private", GitClone.newChangeId());
    }
    StringBuilder toAdministrator = new StringBuilder();
    StringBuilder toReader = new StringBuilder();
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<Integer> push = executor.submit(() -> clone.pushForReview("master%private"));
      while (!push.isDone()) {
        toAdministrator.append(GERRIT.client().get("config/server/tasks/"));
        toReader.append(reader.get("config/server/tasks/"));
      }
      assertThat(push.get()).isGreaterThan(0);
    }
    GERRIT.awaitScans();

    assertThat(toAdministrator.toString()).contains("eventlet-guard scan " + PUBLIC);
    assertThat(toReader.toString()).doesNotContain("eventlet-guard");
  }

  @Test
  void administratorSeesAndDoesEverything() throws Exception {
    SshClient ssh = ssh(GerritClient.ADMIN, GERRIT.client());

    assertThat(ssh.run("eventlet-guard", "status").output()).contains("scans reviewed");
    assertThat(ssh.run("eventlet-guard", "status", "--json").output()).contains("\"account\"");
    assertThat(ssh.run("eventlet-guard", "config", SECRET).output())
        .contains("enabled = true  (project.config of " + SECRET + ")");
    SshClient.Result scan = ssh.run("eventlet-guard", "scan", PUBLIC + "~" + openChange, "999999");
    assertThat(scan.output()).contains(PUBLIC + "~" + openChange + ": queued patch set 1");
    assertFails(scan, "1 of 2 changes");
  }

  @Test
  void cleanupLeavesNothingOpenAndCanBeTriedBefore() throws Exception {
    GerritProject project =
        GerritProject.create(GERRIT.site(), "access/cleanup", GerritProject.ALL_PROJECTS);
    project.defineLabel("Eventlet-Free");
    project.allowServiceUsersToVote("Eventlet-Free", -1, 0);
    project.configurePlugin(
        Map.of("enabled", "true", "label", "Eventlet-Free"), GERRIT.newFolder());
    int change = push(project, "worker.py");
    ChangeReview before = GERRIT.review(project, change);
    SshClient ssh = ssh(GerritClient.ADMIN, GERRIT.client());

    String tried =
        ssh.run("eventlet-guard", "cleanup", "--project", project.name(), "--dry-run").output();
    ChangeReview untouched = GERRIT.review(project, change);
    String done = ssh.run("eventlet-guard", "cleanup", "--project", project.name()).output();

    assertThat(before.vote("Eventlet-Free")).hasValue(-1);
    assertThat(tried).contains("1 threads, 1 votes");
    assertThat(untouched).isEqualTo(before);
    assertThat(done).contains("1 changes cleaned up");
    ChangeReview after = GERRIT.review(project, change);
    assertThat(after.votes()).isEmpty();
    assertThat(after.comments().getLast().unresolved()).isFalse();
    assertThat(ssh.run("eventlet-guard", "cleanup", "access/cleanup~" + change).output())
        .contains("0 changes cleaned up");
  }

  private static void assertStatus(
      String path, int ofAnonymous, int ofOutsider, int ofReader, int ofOwner, int ofAdministrator)
      throws Exception {
    assertWithMessage("anonymous").that(anonymous.statusOf(path)).isEqualTo(ofAnonymous);
    assertWithMessage("outsider").that(outsider.statusOf(path)).isEqualTo(ofOutsider);
    assertWithMessage("reader").that(reader.statusOf(path)).isEqualTo(ofReader);
    assertWithMessage("owner").that(owner.statusOf(path)).isEqualTo(ofOwner);
    assertWithMessage("administrator")
        .that(GERRIT.client().statusOf(path))
        .isEqualTo(ofAdministrator);
  }

  private static void assertFails(SshClient.Result result, String message) {
    assertThat(result.output()).contains(message);
    assertThat(result.status()).isNotEqualTo(0);
  }

  private static JsonObject setting(JsonObject config, String key) {
    for (var setting : config.getAsJsonArray("settings")) {
      if (setting.getAsJsonObject().get("key").getAsString().equals(key)) {
        return setting.getAsJsonObject();
      }
    }
    throw new AssertionError("no setting " + key + " in " + config);
  }

  private static SshClient ssh(String user, GerritClient client) throws Exception {
    return GERRIT.ssh(user).register(client);
  }

  private static int push(GerritProject project, String path) throws Exception {
    GitClone clone = project.cloneTo(GERRIT.newFolder());
    clone.write(path, "import eventlet\n");
    clone.commit("Use Eventlet", GitClone.newChangeId());
    return clone.pushForReview("master");
  }

  private static String revision(String project, int change) {
    return "changes/%s~%d/revisions/current/".formatted(GerritClient.encoded(project), change);
  }

  private static String project(String project) {
    return "projects/%s/".formatted(GerritClient.encoded(project));
  }
}
