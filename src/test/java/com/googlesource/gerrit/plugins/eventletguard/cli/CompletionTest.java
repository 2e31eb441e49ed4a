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

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bash offers when it has read what {@code eventlet-guard completion} prints. */
class CompletionTest {
  @TempDir Path folder;

  private List<String> completed(String... words) throws Exception {
    Path script = folder.resolve("completion");
    Files.writeString(script, Invocation.run("completion").out());
    Process bash =
        new ProcessBuilder(
                "bash",
                "--norc",
                "-c",
                "compopt() { :; }; . %s; COMP_WORDS=(eventlet-guard %s); COMP_CWORD=%d; _complete_eventlet-guard;"
                        .formatted(script, String.join(" ", words), words.length)
                    + " printf '%s\\n' \"${COMPREPLY[@]}\"")
            .redirectErrorStream(true)
            .start();
    String offered = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).isEqualTo(0);
    return offered.lines().map(String::strip).toList();
  }

  @Test
  void commandsAreOffered() throws Exception {
    assertThat(completed("sc")).containsExactly("scan");
  }

  @Test
  void optionsOfACommandAreOffered() throws Exception {
    assertThat(completed("scan", "--")).containsAtLeast("--format", "--write-baseline");
  }

  @Test
  void valuesOfAnOptionAreOffered() throws Exception {
    assertThat(completed("scan", "--format", "ht")).containsExactly("html");
    assertThat(completed("scan", "--fail-on", "er")).containsExactly("error");
  }
}
