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

package com.googlesource.gerrit.plugins.eventletguard.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.googlesource.gerrit.plugins.eventletguard.cli.Invocation.diffFolders;
import static com.googlesource.gerrit.plugins.eventletguard.cli.Invocation.run;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a person or a job sees it: exit status, standard output, standard error. */
class MainTest {
  private static final String CLEAN = "import time\n";
  private static final String SPAWNS = "import eventlet\n\neventlet.spawn(print)\n";

  @TempDir Path folder;

  @Test
  void scanOfCleanFolderExitsWithZero() throws Exception {
    write("src/a.py", CLEAN);

    Invocation outcome = run("scan", folder.resolve("src").toString());

    assertThat(outcome.status()).isEqualTo(0);
    assertThat(outcome.out()).isEqualTo("Found: nothing.\n");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void scanNamesPlaceRuleAndAlternatives() throws Exception {
    Path file = write("src/a.py", SPAWNS);

    Invocation outcome = run("scan", folder.resolve("src").toString());

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).contains(file + ":3:1: warning EVT110: eventlet.spawn");
    assertThat(outcome.out()).contains("threading.Thread");
    assertThat(outcome.out()).contains("https://removal.eventlet.org/guide/");
  }

  @Test
  void whatWasExplainedIsNotExplainedAgain() throws Exception {
    Path file = write("src/a.py", SPAWNS + "eventlet.spawn(input)\n");

    String text = run("scan", folder.resolve("src").toString()).out();

    assertThat(text)
        .contains(
            "%s:4:1: warning EVT110: eventlet.spawn\n    As explained at %s:3:1\n"
                .formatted(file, file));
  }

  @Test
  void theGravestComesFirst() throws Exception {
    write("src/a.py", "import eventlet\n");
    write("src/b.conf", "[oslo_messaging_rabbit]\nheartbeat_in_pthread = true\n");

    String text = run("scan", "--series", "2026.2", folder.resolve("src").toString()).out();

    assertThat(text).contains("b.conf:2:1: error");
    assertThat(text.indexOf("b.conf:2:1")).isLessThan(text.indexOf("a.py:1:8"));
  }

  @Test
  void scanEndsWithWhatStandsOfEachRuleAndWhatToDoNext() throws Exception {
    write("src/a.py", SPAWNS);
    String path = folder.resolve("src").toString();

    assertThat(run("scan", path).out())
        .endsWith(
            """
            Found: 2 warnings.
              EVT100 Eventlet is used directly: 1 warning
              EVT110 A green thread is started: 1 warning
            Next:
              eventlet-guard explain EVT100: more about a rule, with an example
              eventlet-guard inventory %s: how far it is, and what to do first
            """
                .formatted(path));
  }

  @Test
  void helpKnowsEveryCommand() {
    assertThat(run("help").out()).isEqualTo(run("--help").out());
    assertThat(run("help", "scan").out()).isEqualTo(run("scan", "--help").out());
  }

  @Test
  void helpOfAScanHasNoOptionsForComments() {
    assertThat(run("scan", "--help").out()).doesNotContain("--max-comments");
    assertThat(run("diff", "--help").out()).contains("--max-comments");
  }

  @Test
  void ruleOfTheProjectSpeaksInEveryCommand() throws Exception {
    String rules =
        """
        [rule "EVT901"]
          name = own-start
          title = The helper of the project starts a green thread
          severity = error
          kind = use
          symbol = stratus.utils.start
          reason = It starts a green thread.
        """;
    String uses = "from stratus import utils\n\nutils.start(print)\n";
    String config = write("src/.eventlet-guard.config", rules).toString();
    write("src/stratus/a.py", uses);
    write("before/.eventlet-guard.config", rules);
    write("after/.eventlet-guard.config", rules);
    write("after/a.py", uses);

    assertThat(run("scan", folder.resolve("src").toString()).out()).contains("error EVT901");
    assertThat(diffFolders(folder).out()).contains("a.py:3:1: error EVT901");
    assertThat(run("rules", "--config", config).out()).contains("EVT901  own-start");
    assertThat(run("explain", "--config", config, "own-start").out())
        .contains("It starts a green thread.");
  }

  @Test
  void whatIsWrongInARuleOfTheProjectIsTold() throws Exception {
    String config = write("a.config", "[rule \"EVT901\"]\n name = own\n").toString();

    assertThat(run("rules", "--config", config).err())
        .isEqualTo(
            "eventlet-guard: %s: [rule \"EVT901\"]: title: the key is missing.%n"
                .formatted(config));
  }

  @Test
  void scanLeavesOutFoldersOfOtherPeoplesFiles() throws Exception {
    write("src/.tox/py3/a.py", SPAWNS);

    assertThat(run("scan", folder.resolve("src").toString()).status()).isEqualTo(0);
  }

  @Test
  void missingFileIsOneSentence() {
    Invocation outcome = run("scan", folder.resolve("nowhere").toString());

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "eventlet-guard: no such file or folder: %s%n".formatted(folder.resolve("nowhere")));
  }

  @Test
  void wrongOptionIsWrongUsage() {
    assertThat(run("scan", "--no-such-option", ".").status()).isEqualTo(2);
  }

  @Test
  void severitiesUnderFailOnDoNotFail() throws Exception {
    String path =
        write("src/b.conf", "[oslo_messaging_rabbit]\n#heartbeat_in_pthread = true\n").toString();

    assertThat(run("scan", path).status()).isEqualTo(0);
    assertThat(run("scan", "--fail-on", "info", path).status()).isEqualTo(1);
  }

  @Test
  void scanNamesTheModulesThroughWhichAUsageComes() throws Exception {
    write("src/app/__init__.py", "");
    Path facade = write("src/app/facade.py", "from eventlet import sleep as nap\n");
    write("src/app/user.py", "from .facade import nap\n");

    String path = folder.resolve("src").toString();
    JsonObject report =
        JsonParser.parseString(run("scan", "--format", "json", path).out()).getAsJsonObject();

    JsonObject finding = report.getAsJsonArray("findings").get(1).getAsJsonObject();
    assertThat(finding.get("path").getAsString()).endsWith("app/user.py");
    assertThat(finding.getAsJsonArray("via").get(0).getAsString()).isEqualTo(facade.toString());
    assertThat(run("scan", path).out())
        .contains("It is `eventlet.sleep`, which comes through `%s`.".formatted(facade));
  }

  @Test
  void stageDecidesTheSeverity() throws Exception {
    String path = write("src/a.py", SPAWNS).toString();

    assertThat(run("scan", "--stage", "dual", path).out()).contains(": error EVT110");
    assertThat(run("scan", "--stage", "eventlet", path).out()).contains(": warning EVT110");
  }

  @Test
  void unknownStageIsWrongUsage() {
    Invocation outcome = run("scan", "--stage", "green", ".");

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("'green' is no stage; use eventlet, dual, removed or auto");
  }

  @Test
  void settingsOfAnOptionAreToldWhatIsWrong() throws Exception {
    Path config = write("my.config", "[branch]\nstage = green\n");
    write("src/a.py", CLEAN);

    Invocation outcome =
        run("scan", "--config", config.toString(), folder.resolve("src").toString());

    assertThat(outcome.status()).isEqualTo(0);
    assertThat(outcome.err())
        .isEqualTo(
            "eventlet-guard: %s: [branch]: stage = green: use eventlet, dual, removed or auto.%n"
                .formatted(config));
  }

  @Test
  void missingSettingsAreWrongInput() throws Exception {
    String path = write("src/a.py", CLEAN).toString();

    assertThat(run("scan", "--config", folder.resolve("none").toString(), path).status())
        .isEqualTo(2);
  }

  @Test
  void rulesListsEveryRuleOnALine() {
    Invocation outcome = run("rules");

    assertThat(outcome.status()).isEqualTo(0);
    assertThat(outcome.out()).containsMatch("(?m)^EVT110 +spawn +\\S");
  }

  @Test
  void explainTakesARulesIdOrName() {
    assertThat(run("explain", "evt110").out()).isEqualTo(run("explain", "spawn").out());
    assertThat(run("explain", "EVT110").out()).contains("threading.Thread");
  }

  @Test
  void explainOfUnknownRuleSaysHowToListThem() {
    Invocation outcome = run("explain", "EVT999");

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("eventlet-guard rules");
  }

  private Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
