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
import static com.google.common.truth.Truth.assertWithMessage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program prints on a terminal, which {@code script} pretends to be. */
class TerminalTest {
  private static final String ESCAPE = "\033[";

  @TempDir Path folder;

  @BeforeEach
  void writeFile() throws Exception {
    assertWithMessage("script is installed (Debian: bsdutils)")
        .that(Files.isExecutable(Path.of("/usr/bin/script")))
        .isTrue();
    Files.writeString(folder.resolve("a.py"), "import eventlet\n");
  }

  private String scan(Map<String, String> environment, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "exec",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                "'" + System.getProperty("java.class.path") + "'",
                Main.class.getName(),
                "scan",
                "."));
    command.addAll(List.of(options));
    ProcessBuilder script =
        new ProcessBuilder("/usr/bin/script", "-qec", String.join(" ", command), "/dev/null")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    script.environment().remove("NO_COLOR");
    script.environment().put("TERM", "xterm");
    script.environment().putAll(environment);
    Process process = script.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    assertThat(text).contains("EVT100");
    // On a busy machine the bar comes even for one file.
    return text.replaceAll("\r\033\\[K(Scanning [^\r]*)?", "");
  }

  @Test
  void textIsColoured() throws Exception {
    assertThat(scan(Map.of())).contains(ESCAPE);
  }

  @Test
  void environmentTurnsColourOff() throws Exception {
    assertThat(scan(Map.of("NO_COLOR", "1"))).doesNotContain(ESCAPE);
  }

  @Test
  void optionIsStrongerThanTheEnvironment() throws Exception {
    assertThat(scan(Map.of("NO_COLOR", "1"), "--color", "always")).contains(ESCAPE);
    assertThat(scan(Map.of(), "--color", "never")).doesNotContain(ESCAPE);
  }

  @Test
  void aPipeGetsNoColour() throws Exception {
    assertThat(scan(Map.of(), "|", "cat")).doesNotContain(ESCAPE);
  }

  @Test
  void aTerminalThatIsDumbGetsNone() throws Exception {
    assertThat(scan(Map.of("TERM", "dumb"))).doesNotContain(ESCAPE);
  }
}
