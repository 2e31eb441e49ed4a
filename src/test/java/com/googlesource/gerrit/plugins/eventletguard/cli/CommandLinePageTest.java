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

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the page of the command line to what the command line does. */
final class CommandLinePageTest {
  private static final Path PAGES = Path.of("resources/Documentation");

  @Test
  void pageHasARowForEachCommand() throws IOException {
    Set<String> commands = new TreeSet<>(Main.commandLine().getSubcommands().keySet());
    commands.remove("help");

    for (String command : commands) {
      assertThat(page()).containsMatch("(?m)^\\| `" + command + "[ `]");
    }
  }

  @Test
  void pageHasARowForEachFormat() throws IOException {
    for (OutputOptions.Format format : OutputOptions.Format.values()) {
      assertThat(page()).contains("| `" + format.name().toLowerCase(Locale.ROOT) + "` |");
    }
  }

  @Test
  void pageNamesEachMemberOfAReport() throws IOException {
    JsonObject report =
        Invocation.run(
                "diff",
                "--no-index",
                "--format",
                "json",
                "src/demo/project/before",
                "src/demo/project/change")
            .json();

    JsonObject finding = report.getAsJsonArray("introduced").get(0).getAsJsonObject();
    for (JsonObject object : new JsonObject[] {report, finding}) {
      for (String member : object.keySet()) {
        assertThat(page()).contains("`" + member + "`");
      }
    }
  }

  @Test
  void firstPageLeadsToEveryOtherButThoseOfCommands() throws IOException {
    String about = Files.readString(PAGES.resolve("about.md"));

    try (Stream<Path> pages = Files.list(PAGES)) {
      for (String name : pages.map(page -> page.getFileName().toString()).sorted().toList()) {
        if (!name.startsWith("cmd-") && !name.equals("about.md")) {
          assertThat(about).contains("(" + name + ")");
        }
      }
    }
  }

  private static String page() throws IOException {
    return Files.readString(PAGES.resolve("cli.md"));
  }
}
