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
import static com.googlesource.gerrit.plugins.eventletguard.cli.Invocation.run;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code config} says holds for a tree, and where it says that it comes from. */
class ConfigCommandTest {
  private static final String USES = "import eventlet\n";

  @TempDir Path folder;

  private Path write(String path, String text) throws Exception {
    return Files.writeString(folder.resolve(path), text);
  }

  private Invocation config(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "config";
    arguments[1] = folder.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return run(arguments);
  }

  @Test
  void treeWithoutSettingsShowsTheDefaultsAndWhyItsStageIsSo() throws Exception {
    write("a.py", USES);

    Invocation config = config("--series", "2026.1");

    assertThat(config.status()).isEqualTo(0);
    assertThat(config.out())
        .isEqualTo(
            """
            stage = eventlet  (computed: a.py:1 uses eventlet, and no condition on the concurrency \
            mode guards any use)
            series = 2026.1  (the option --series)
            tests.judge = info  (the default at stage eventlet)
            """);
  }

  @Test
  void treeWithAGuardIsDualAndItsPlaceSaysWhy() throws Exception {
    write(
        "a.py",
        """
        import utils

        if not utils.concurrency_mode_threading():
            import eventlet
        """);

    assertThat(config().out())
        .startsWith(
            "stage = dual  (computed: a.py:4 uses eventlet under a condition on the concurrency"
                + " mode)\n");
    assertThat(config().out()).contains("tests.judge = ignore  (the default at stage dual)\n");
  }

  @Test
  void treeWithoutEventletIsRemoved() throws Exception {
    write("a.py", "import time\n");

    assertThat(config().out())
        .startsWith("stage = removed  (computed: nothing outside of tests uses eventlet)\n");
  }

  @Test
  void everyValueOfTheFileComesWithItsLine() throws Exception {
    Path file =
        write(
            ".eventlet-guard.config",
            """
            [branch]
            	stage = dual
            	series = gazpacho
            [guard]
            	condition = is_native
            	condition = is_threaded
            [tests]
            	judge = judge
            [rule "EVT901"]
            	name = own
            	title = Ours
            	severity = error
            	kind = use
            	symbol = ours.start
            	reason = It starts a green thread.
            """);

    assertThat(config().out())
        .isEqualTo(
            """
            stage = dual  (FILE:2)
            series = 2026.1  (FILE:3)
            tests.judge = judge  (FILE:8)
            guard.condition = is_native  (FILE:5)
            guard.condition = is_threaded  (FILE:6)
            rule = EVT901  (FILE:9)
            """
                .replace("FILE", file.toString()));
  }

  @Test
  void wrongValueIsShownBesideWhatHoldsInstead() throws Exception {
    write("a.py", USES);
    Path file = write(".eventlet-guard.config", "[branch]\n\tstage = green\n");

    Invocation config = config();

    assertThat(config.status()).isEqualTo(0);
    assertThat(config.out()).contains("stage = eventlet  (computed: ");
    assertThat(config.out())
        .contains("branch.stage = green  (%s:2, wrong: the default holds)\n".formatted(file));
    assertThat(config.err()).contains("use eventlet, dual, removed or auto");
  }

  @Test
  void optionsWinOverTheFile() throws Exception {
    write(".eventlet-guard.config", "[branch]\n\tstage = dual\n");
    Path other = write("other.config", "[branch]\n\tseries = 2026.2\n");

    assertThat(config("--stage", "removed").out())
        .startsWith("stage = removed  (the option --stage)\n");
    assertThat(config("--config", other.toString()).out())
        .contains("series = 2026.2  (%s:2)\n".formatted(other));
  }

  @Test
  void jsonHoldsTheSameValues() throws Exception {
    write("a.py", USES);

    var first =
        config("--format", "json").json().getAsJsonArray("settings").get(0).getAsJsonObject();

    assertThat(first.get("key").getAsString()).isEqualTo("stage");
    assertThat(first.get("value").getAsString()).isEqualTo("eventlet");
    assertThat(first.get("source").getAsString()).startsWith("computed: a.py:1 uses eventlet");
  }

  @Test
  void missingFolderIsOneSentence() {
    Invocation config = run("config", folder.resolve("nowhere").toString());

    assertThat(config.status()).isEqualTo(2);
    assertThat(config.out()).isEmpty();
    assertThat(config.err()).startsWith("eventlet-guard: no such folder: ");
  }
}
