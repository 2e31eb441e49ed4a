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

import com.googlesource.gerrit.plugins.eventletguard.report.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of output in {@code docs/examples}, made of the project that the demo has. */
class OutputExamplesTest {
  private static final Path EXAMPLES = Path.of("docs", "examples");
  private static final Path DEMO = Path.of("src", "demo", "project");

  /** Else it would be the series of the day. */
  private static final String SERIES = "2026.2";

  private record Example(String file, List<String> arguments) {
    @Override
    public String toString() {
      return file;
    }
  }

  @TempDir Path folder;

  @BeforeEach
  void copyDemo() throws IOException {
    copy(DEMO.resolve("before"), folder.resolve("before"));
    copy(DEMO.resolve("before"), folder.resolve("after"));
    copy(DEMO.resolve("change"), folder.resolve("after"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  static List<Example> examples() {
    return List.of(
        scan("text", "scan.txt"),
        scan("json", "scan.json"),
        scan("sarif", "scan.sarif"),
        scan("html", "scan.html"),
        diff("text", "diff.txt"),
        diff("json", "diff.json"),
        diff("sarif", "diff.sarif"),
        diff("html", "diff.html"),
        diff("zuul", "diff-zuul.json"),
        diff("gerrit", "diff-gerrit.json"),
        inventory("text", "inventory.txt"),
        inventory("json", "inventory.json"),
        inventory("html", "inventory.html"));
  }

  private static Example scan(String format, String file) {
    return new Example(file, List.of("scan", "--format", format, "--series", SERIES, "after"));
  }

  private static Example diff(String format, String file) {
    return new Example(
        file,
        List.of("diff", "--format", format, "--series", SERIES, "--no-index", "before", "after"));
  }

  private static Example inventory(String format, String file) {
    return new Example(file, List.of("inventory", "--format", format, "--series", SERIES, "after"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void committedExampleIsCurrent(Example example) throws IOException {
    String[] arguments =
        example.arguments().stream()
            .map(
                argument ->
                    argument.equals("before") || argument.equals("after")
                        ? folder.resolve(argument).toString()
                        : argument)
            .toArray(String[]::new);
    String current =
        Invocation.run(arguments)
            .out()
            .replace("file://" + folder + "/", "")
            .replace(folder + "/", "");
    Path file = EXAMPLES.resolve(example.file());

    GeneratedFile.assertCurrent(file, current, OutputExamplesTest.class);
  }

  @Test
  void pageNamesEachExampleWithItsCommand() throws IOException {
    String page = Files.readString(EXAMPLES.resolve("README.md"));

    for (Example example : examples()) {
      assertThat(page)
          .contains(
              "| [%s](%s) | `eventlet-guard %s` |"
                  .formatted(
                      example.file(), example.file(), String.join(" ", example.arguments())));
    }
  }

  @Test
  void nothingElseStandsThere() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      assertThat(files.map(file -> file.getFileName().toString()).toList())
          .containsExactlyElementsIn(
              Stream.concat(examples().stream().map(Example::file), Stream.of("README.md"))
                  .toList());
    }
  }
}
