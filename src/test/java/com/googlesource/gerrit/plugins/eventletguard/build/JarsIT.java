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

package com.googlesource.gerrit.plugins.eventletguard.build;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What the two jars hold. */
class JarsIT {
  private static final Path TARGET = Path.of(System.getProperty("project.build.directory"));
  private static final Path PLUGIN = TARGET.resolve("eventlet-guard.jar");
  private static final Path COMMAND_LINE = TARGET.resolve("eventlet-guard-cli.jar");
  private static final String OURS = "com/googlesource/gerrit/plugins/eventletguard/";

  @Test
  void pluginHasNoClassThatGerritBrings() throws IOException {
    assertThat(classes(PLUGIN).stream().filter(name -> !name.startsWith(OURS)).toList()).isEmpty();
  }

  @Test
  void pluginHasItsParserRelocated() throws IOException {
    assertThat(classes(PLUGIN)).contains(OURS + "shaded/pegparser/Parser.class");
  }

  @Test
  void pluginHasNoCommandLine() throws IOException {
    assertThat(classes(PLUGIN).stream().filter(name -> name.startsWith(OURS + "cli/")).toList())
        .isEmpty();
  }

  @Test
  void pluginManifestSaysWhatPluginPropertiesSay() throws IOException {
    Properties expected = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of("plugin.properties"))) {
      expected.load(reader);
    }
    try (JarFile jar = new JarFile(PLUGIN.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      for (String name : expected.stringPropertyNames()) {
        assertThat(manifest.getValue(name)).isEqualTo(expected.getProperty(name));
      }
    }
  }

  @Test
  void commandLineHasNoClassOfGerrit() throws IOException {
    assertThat(
            classes(COMMAND_LINE).stream()
                .filter(
                    name ->
                        name.startsWith("com/google/gerrit/")
                            || name.startsWith("com/google/inject/")
                            || name.startsWith(OURS + "gerrit/"))
                .toList())
        .isEmpty();
  }

  @Test
  void bothJarsCarryTheLicencesOfWhatTheyShip() throws IOException {
    for (Path path : List.of(PLUGIN, COMMAND_LINE)) {
      try (JarFile jar = new JarFile(path.toFile())) {
        assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
        assertThat(jar.getEntry("META-INF/licenses/UPL-1.0-graalpython.txt")).isNotNull();
        assertThat(jar.getEntry("META-INF/licenses/BSD-3-Clause-antlr4.txt")).isNotNull();
      }
    }
  }

  @Test
  void commandLineRuns() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                COMMAND_LINE.toString(),
                "explain",
                "EVT110")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(0);
    assertThat(output).contains("eventlet.greenthread.spawn");
  }

  private static List<String> classes(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      return jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")).toList();
    }
  }
}
