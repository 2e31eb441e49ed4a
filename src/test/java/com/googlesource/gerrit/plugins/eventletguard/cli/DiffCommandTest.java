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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diff} as a person or a job sees it. */
class DiffCommandTest {
  private static final String CLEAN = "import time\n";
  private static final String SPAWNS = "import eventlet\n\neventlet.spawn(print)\n";

  @TempDir Path folder;

  @Test
  void diffOfFoldersKnowsTheModulesThatAreEqualInBoth() throws Exception {
    for (String side : List.of("before", "after")) {
      write(side + "/app/__init__.py", "");
      write(side + "/app/facade.py", "from eventlet import sleep as nap\n");
    }
    write("after/app/user.py", "from .facade import nap\n");

    JsonObject report =
        JsonParser.parseString(diffFolders(folder, "--format", "json").out()).getAsJsonObject();

    JsonObject finding = report.getAsJsonArray("introduced").get(0).getAsJsonObject();
    assertThat(report.getAsJsonArray("introduced")).hasSize(1);
    assertThat(finding.getAsJsonArray("via").toString()).isEqualTo("[\"app/facade.py\"]");
  }

  @Test
  void diffOfFoldersListsWhatIsIntroduced() throws Exception {
    write("before/a.py", SPAWNS);
    write("after/a.py", SPAWNS + "eventlet.sleep(0)\n");

    Invocation outcome = diffFolders(folder, "--format", "json");

    JsonObject report = JsonParser.parseString(outcome.out()).getAsJsonObject();
    JsonObject finding = report.getAsJsonArray("introduced").get(0).getAsJsonObject();
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(report.getAsJsonArray("introduced")).hasSize(1);
    assertThat(report.get("kept").getAsInt()).isEqualTo(2);
    assertThat(finding.get("rule").getAsString()).isEqualTo("EVT111");
    assertThat(finding.get("kind").getAsString()).isEqualTo("use");
    assertThat(finding.get("path").getAsString()).isEqualTo("a.py");
    assertThat(finding.getAsJsonObject("range").toString())
        .isEqualTo("{\"start_line\":4,\"start_character\":0,\"end_line\":4,\"end_character\":14}");
  }

  @Test
  void diffOfFoldersPrintsTheSameBytesEveryTime() throws Exception {
    write("before/a.py", CLEAN);
    write("after/a.py", SPAWNS);
    write("after/b/c.py", SPAWNS);

    assertThat(diffFolders(folder, "--format", "json").out())
        .isEqualTo(diffFolders(folder, "--format", "json").out());
  }

  @Test
  void diffOfRevisionsComparesThem() throws Exception {
    GitFolder git = GitFolder.init(folder.resolve("work"));
    git.commit("a.py", CLEAN);
    git.commit("a.py", SPAWNS);

    Invocation outcome = run("diff", "--repo", git.path().toString(), "HEAD~1");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).contains("a.py:3:1: error EVT110: eventlet.spawn");
    assertThat(run("diff", "--repo", git.path().toString(), "HEAD", "HEAD~1").status())
        .isEqualTo(0);
  }

  @Test
  void silencedFindingIsListedAndDoesNotFail() throws Exception {
    write("before/a.py", CLEAN);
    write("after/a.py", "import eventlet  # noqa: EVT100\n");

    Invocation outcome = diffFolders(folder, "--format", "json");

    JsonObject report = JsonParser.parseString(outcome.out()).getAsJsonObject();
    JsonObject finding = report.getAsJsonArray("introduced").get(0).getAsJsonObject();
    assertThat(outcome.status()).isEqualTo(0);
    assertThat(finding.get("silenced_by").getAsString()).isEqualTo("suppression");
    assertThat(finding.get("silenced_reason").getAsString())
        .isEqualTo("A comment `noqa: EVT100` silences it.");
    assertThat(report.getAsJsonObject("summary").toString())
        .isEqualTo("{\"error\":0,\"warning\":0,\"info\":0,\"silenced\":1}");
  }

  @Test
  void optionThatIsDeletedBeforeItWasDeprecatedIsAHintThatDoesNotFail() throws Exception {
    write("before/opts.py", "cfg.BoolOpt('heartbeat_in_pthread')\n");
    write("after/opts.py", "");

    Invocation json = diffFolders(folder, "--format", "json", "--fail-on", "info");
    Invocation text = diffFolders(folder, "--fail-on", "info");

    JsonObject hint =
        JsonParser.parseString(json.out())
            .getAsJsonObject()
            .getAsJsonArray("hints")
            .get(0)
            .getAsJsonObject();
    assertThat(json.status()).isEqualTo(0);
    assertThat(hint.get("rule").getAsString()).isEqualTo("EVT300");
    assertThat(hint.get("severity").getAsString()).isEqualTo("info");
    assertThat(hint.get("message").getAsString()).contains("deprecated_for_removal=True");
    assertThat(text.status()).isEqualTo(0);
    assertThat(text.out())
        .contains("opts.py:1:13: info EVT300: 'heartbeat_in_pthread'\n    This deletes the option");
  }

  @Test
  void settingsAreThoseOfTheOldFolder() throws Exception {
    write("before/.eventlet-guard.config", "[ignore]\npath = samples\n");
    write("before/a.py", CLEAN);
    write("after/samples/a.py", SPAWNS);

    assertThat(diffFolders(folder).status()).isEqualTo(0);
  }

  @Test
  void unknownRevisionIsOneSentence() throws Exception {
    GitFolder git = GitFolder.init(folder.resolve("work"));
    git.commit("a.py", CLEAN);

    Invocation outcome = run("diff", "--repo", git.path().toString(), "no-such-branch");

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).isEqualTo("eventlet-guard: no such revision: no-such-branch\n");
  }

  @Test
  void folderWithoutRepositoryIsOneSentence() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));

    Invocation outcome = run("diff", "--repo", empty.toString(), "HEAD~1");

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("eventlet-guard: no git repository at " + empty);
  }

  private Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
