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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are judged by where they stand in their tree, however they are named. */
final class TreeOfScanTest {
  private static final String SPAWNS = "import eventlet\n\neventlet.spawn(print)\n";
  private static final String SETTINGS = ".eventlet-guard.config";

  @TempDir private Path folder;

  @Test
  void pathOfTheSettingsStartsAtTheTopOfTheTreeThatIsNamedByItsFullPath() throws Exception {
    write("project/" + SETTINGS, "[ignore]\n\tpath = /samples\n");
    write("project/samples/a.py", SPAWNS);
    write("project/stratus/samples/a.py", SPAWNS);

    String text = scan("project");

    assertThat(text).contains(folder.resolve("project/stratus/samples/a.py") + ":3:1: ");
    assertThat(text).doesNotContain(folder.resolve("project/samples/a.py").toString());
  }

  @Test
  void folderThatHoldsTheTreeDoesNotMakeItsFilesTests() throws Exception {
    write("tests/project/stratus/a.py", SPAWNS);

    assertThat(scan("tests/project")).contains("a.py:3:1: warning EVT110");
  }

  @Test
  void settingsOfTheTreeHoldForAFolderAndForAFileOfIt() throws Exception {
    write("project/" + SETTINGS, "[ignore]\n\tpath = /stratus/samples\n");
    write("project/stratus/samples/a.py", SPAWNS);

    assertThat(scan("project/stratus/samples")).isEqualTo("Found: nothing (2 silenced).\n");
    assertThat(scan("project/stratus/samples/a.py")).isEqualTo("Found: nothing (2 silenced).\n");
  }

  @Test
  void settingsAboveTheTreeDoNotHoldForIt() throws Exception {
    write(SETTINGS, "[ignore]\n\tpath = a.py\n");
    write("project/a.py", SPAWNS);
    Files.createDirectory(folder.resolve("project/.git"));

    assertThat(scan("project")).contains("a.py:3:1: warning EVT110");
  }

  @Test
  void fixesAreMadeByTheSettingsOfTheTreeToo() throws Exception {
    write("project/" + SETTINGS, "[ignore]\n\tpath = /stratus/samples\n");
    Path ignored = write("project/stratus/samples/a.py", "import eventlet\n\neventlet.sleep(1)\n");

    run("fix", folder.resolve("project/stratus").toString());

    assertThat(Files.readString(ignored)).contains("eventlet.sleep(1)");
  }

  private String scan(String path) {
    return run("scan", folder.resolve(path).toString()).out();
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
