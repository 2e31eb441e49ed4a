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
import static com.google.common.truth.TruthJUnit.assume;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes that the build makes, as {@code ./eventlet-guard} uses it. */
class ClassArchiveIT {
  private static final Path TARGET = Path.of(System.getProperty("project.build.directory"));
  private static final String JAR = "eventlet-guard-cli.jar";

  @TempDir Path top;

  @BeforeEach
  void copyWrapper() throws Exception {
    Files.createDirectories(top.resolve("tools"));
    Files.createDirectories(top.resolve("target"));
    copy(Path.of("eventlet-guard"), top.resolve("eventlet-guard"));
    for (String script : List.of("jdk.sh", "jvm.sh")) {
      copy(Path.of("tools", script), top.resolve("tools").resolve(script));
    }
    copy(TARGET.resolve(JAR), top.resolve("target").resolve(JAR));
  }

  private static void copy(Path from, Path to) throws Exception {
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private record Output(int status, String text) {}

  /** Runs a wrapper; what it prints on both streams comes as one text. */
  private static Output run(Path wrapper, Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(wrapper.toAbsolutePath().toString(), "--version")
            .redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Output(process.waitFor(), text);
  }

  private static Path archive() throws Exception {
    try (Stream<Path> files = Files.list(TARGET)) {
      return files
          .filter(
              file -> file.getFileName().toString().matches("eventlet-guard-cli-.*[.](aot|jsa)"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("the build has made no archive"));
    }
  }

  @Test
  void archiveOfTheBuildFitsItsJar() throws Exception {
    assume().that(archive().toString()).endsWith(".aot");

    // In this mode the JVM does not start without it.
    Output output = run(Path.of("eventlet-guard"), Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on"));

    assertThat(output.text()).contains("eventlet-guard ");
    assertThat(output.status()).isEqualTo(0);
  }

  @Test
  void nothingIsSaidWhereThereIsNone() throws Exception {
    Output output = run(top.resolve("eventlet-guard"), Map.of());

    assertThat(output.text()).matches("eventlet-guard \\S+\n");
    assertThat(output.status()).isEqualTo(0);
  }

  @Test
  void nothingIsSaidOfOneThatIsCutShort() throws Exception {
    byte[] whole = Files.readAllBytes(archive());
    Files.write(
        top.resolve("target").resolve(archive().getFileName()),
        Arrays.copyOf(whole, whole.length / 3));

    Output output = run(top.resolve("eventlet-guard"), Map.of());

    assertThat(output.text()).matches("eventlet-guard \\S+\n");
    assertThat(output.status()).isEqualTo(0);
  }

  @Test
  void nothingIsSaidOfOneForAnotherJar() throws Exception {
    copy(archive(), top.resolve("target").resolve(archive().getFileName()));
    Files.setLastModifiedTime(top.resolve("target").resolve(JAR), FileTime.fromMillis(0));

    Output output = run(top.resolve("eventlet-guard"), Map.of());

    assertThat(output.text()).matches("eventlet-guard \\S+\n");
    assertThat(output.status()).isEqualTo(0);
  }

  /**
   * A switch over types, {@code Comparator.comparing}, an annotation that is read: no archive holds
   * what links them.
   */
  @Test
  void scanLinksNothingThatNoArchiveHolds() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout",
                "-jar",
                TARGET.resolve(JAR).toString(),
                "scan",
                Path.of("src", "training", "project").toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    String loaded = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(Main.FINDINGS);
    assertThat(loaded).contains("eventletguard.scan.python.names.StatementWalker ");
    assertThat(loaded).doesNotContain("java.lang.runtime.SwitchBootstraps ");
    assertThat(loaded).doesNotContain("java.util.Comparator$$Lambda");
    assertThat(loaded).doesNotContain("$Proxy");
  }
}
