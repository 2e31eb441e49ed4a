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
import com.googlesource.gerrit.plugins.eventletguard.server.CommentThread;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritClient;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritProject;
import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import com.googlesource.gerrit.plugins.eventletguard.server.SshClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Does what admin.md says, by running its blocks of shell commands in their order: from an empty
 * site to a voting bot, and back.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class AdminGuideIT {
  private static final Path GUIDE = Path.of("resources", "Documentation", "admin.md");
  private static final Pattern SECTION = Pattern.compile("(?m)^## (.*)$");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
  private static final String PROJECT = "services/sandbox";
  private static final String LABEL = "Eventlet-Free";

  @RegisterExtension static final GerritServer GERRIT = GerritServer.withoutPlugin();

  /** The commands by heading; those above the first heading under an empty one. */
  private static final Map<String, String> COMMANDS = new LinkedHashMap<>();

  private static GerritProject project;
  private static SshClient ssh;
  private static int reviewed;

  @BeforeAll
  static void readGuideAndMakeProject() throws Exception {
    String guide = Files.readString(GUIDE);
    int start = 0;
    String heading = "";
    for (Matcher section = SECTION.matcher(guide); section.find(); start = section.end()) {
      COMMANDS.put(heading, commands(guide.substring(start, section.start())));
      heading = section.group(1);
    }
    COMMANDS.put(heading, commands(guide.substring(start)));
    project = GerritProject.create(GERRIT.site(), PROJECT, GerritProject.ALL_PROJECTS);
    ssh = GERRIT.ssh(GerritClient.ADMIN).register(GERRIT.client());
  }

  @Test
  @Order(1)
  void siteIsEmptyBefore() throws Exception {
    assertThat(plugins().has("eventlet-guard")).isFalse();
  }

  @Test
  @Order(2)
  void commandsMakeAVotingBot() throws Exception {
    String output =
        run("Install", "Make the account", "Give it permissions", "Turn it on", "See it work");

    assertThat(plugins().has("eventlet-guard")).isTrue();
    assertThat(output).contains("EVT100");
    reviewed = pushUsage();
    ChangeReview review = GERRIT.review(project, reviewed);
    assertThat(review.comments()).hasSize(1);
    assertThat(review.vote(LABEL)).hasValue(-1);
  }

  @Test
  @Order(3)
  void commandsUpgrade() throws Exception {
    run("Upgrade");

    assertThat(GERRIT.review(project, pushUsage()).vote(LABEL)).hasValue(-1);
  }

  @Test
  @Order(4)
  void commandsTellWhatItDoes() throws Exception {
    String output = run("Troubleshooting");

    assertThat(output).contains("\"account\":\"eventlet-guard\"");
    assertThat(output).contains("scans reviewed");
    assertThat(output).contains("enabled = true  (project.config of " + PROJECT + ")");
  }

  @Test
  @Order(5)
  void commandsUninstallAndLeaveNothingOpen() throws Exception {
    ChangeReview before = GERRIT.review(project, reviewed);
    String output = run("Uninstall");

    assertThat(before.vote(LABEL)).hasValue(-1);
    assertThat(output).contains(PROJECT + "~" + reviewed + ": 1 threads, 1 votes");
    ChangeReview after = GERRIT.review(project, reviewed);
    assertThat(after.votes()).isEmpty();
    assertThat(
            CommentThread.read(GERRIT.client(), PROJECT, reviewed).stream()
                .filter(CommentThread::unresolved))
        .isEmpty();
    assertThat(plugins().has("eventlet-guard")).isFalse();
    assertThat(GERRIT.client().statusOf("projects/All-Projects/labels/" + LABEL)).isEqualTo(404);
    assertThat(
            GERRIT.client().get("accounts/?q=username:eventlet-guard+is:active").getAsJsonArray())
        .isEmpty();
    assertThat(GERRIT.review(project, pushUsage()).isEmpty()).isTrue();
  }

  @Test
  @Order(6)
  void everyCommandOfTheGuideWasRun() {
    List<String> withCommands =
        COMMANDS.entrySet().stream()
            .filter(section -> !section.getKey().isEmpty() && !section.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .toList();

    assertThat(withCommands)
        .containsExactly(
            "Install",
            "Make the account",
            "Give it permissions",
            "Turn it on",
            "See it work",
            "Upgrade",
            "Uninstall",
            "Troubleshooting")
        .inOrder();
  }

  private static String commands(String text) {
    StringBuilder commands = new StringBuilder();
    BLOCK.matcher(text).results().forEach(block -> commands.append(block.group(1)));
    return commands.toString();
  }

  /** Runs sections in one shell, with the variables of this site in place of the guide's own. */
  private static String run(String... sections) throws Exception {
    List<String> script = new ArrayList<>();
    script.add("set -euo pipefail");
    script.add(COMMANDS.get(""));
    script.add("GERRIT=" + GERRIT.site().url().toString().replaceFirst("/$", ""));
    script.add("ADMIN=" + GerritClient.ADMIN + ":" + GerritClient.PASSWORD);
    script.add("SSH='%s'".formatted(String.join(" ", ssh.command())));
    script.add("JAR=" + GerritServer.pluginJar().toAbsolutePath());
    script.add("PROJECT=" + PROJECT);
    for (String section : sections) {
      script.add(COMMANDS.get(section));
    }
    Process process =
        new ProcessBuilder("bash", "-c", String.join("\n", script))
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertWithMessage(output).that(process.waitFor()).isEqualTo(0);
    return output;
  }

  private static JsonObject plugins() throws Exception {
    return GERRIT.client().get("plugins/").getAsJsonObject();
  }

  private static int pushUsage() throws Exception {
    GitClone clone = project.cloneTo(GERRIT.newFolder());
    clone.write("worker.py", "import eventlet\n");
    clone.commit("Use Eventlet", GitClone.newChangeId());
    int change = clone.pushForReview("master");
    GERRIT.awaitScans();
    return change;
  }
}
