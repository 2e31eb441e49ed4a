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
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One jar is to run on every supported Gerrit: what it refers to is there in each. */
final class LinkageIT {
  private static final Path TARGET = Path.of(System.getProperty("project.build.directory"));
  private static final Path PLUGIN = TARGET.resolve("eventlet-guard.jar");
  private static final String OURS = "com/googlesource/gerrit/plugins/eventletguard/";
  private static final String PREFIX = "gerrit-plugin-api-";

  @TempDir Path folder;

  static Stream<String> versions() throws IOException {
    try (Stream<Path> files = Files.list(TARGET.resolve("gerrit-api"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(PREFIX))
          .map(name -> name.substring(PREFIX.length(), name.length() - ".jar".length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @Test
  void everySupportedVersionIsChecked() throws IOException {
    assertThat(versions().toList()).containsExactlyElementsIn(GerritVersions.apis());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void pluginLinksAgainst(String version) throws IOException {
    try (ClassPath classPath = ClassPath.of(PLUGIN, api(version))) {
      assertThat(Linkage.check(ownClasses(), classPath)).isEmpty();
    }
  }

  /** What is checked for is real: this is how plugins of 3.12 fail on 3.13. */
  @Test
  void classThatBecameAnInterfaceIsFound() throws IOException {
    byte[] caller =
        compiled(
            """
            import com.google.gerrit.entities.Project;
            class Caller {
              String name(Project.NameKey key) {
                return key.get();
              }
            }
            """);

    assertThat(problems(caller, "3.12.2")).isEmpty();
    assertThat(problems(caller, "3.13.5"))
        .containsExactly(
            "Caller: com.google.gerrit.entities.Project$NameKey is an interface, and the call of"
                + " get takes it for a class");
  }

  @Test
  void methodThatIsGoneIsFound() throws IOException {
    byte[] caller =
        compiled(
            """
            class Caller {
              Object states(com.google.gerrit.server.account.AccountCache cache) {
                return cache.get(java.util.Set.of());
              }
            }
            """);

    assertThat(problems(caller, "3.11.1")).isEmpty();
    assertThat(problems(caller, "3.14.2"))
        .containsExactly(
            "Caller: there is no method com.google.gerrit.server.account.AccountCache"
                + ".get(Ljava.util.Set;)Ljava.util.Map;");
  }

  @Test
  void classThatIsGoneIsFound() throws IOException {
    byte[] caller =
        compiled(
            """
            class Caller {
              Object comment() {
                return new com.google.gerrit.extensions.api.changes.ReviewInput.RobotCommentInput();
              }
            }
            """);

    assertThat(problems(caller, "3.12.2")).isEmpty();
    assertThat(problems(caller, "3.13.5"))
        .contains(
            "Caller: there is no class"
                + " com.google.gerrit.extensions.api.changes.ReviewInput$RobotCommentInput");
  }

  private Set<String> problems(byte[] classFile, String version) throws IOException {
    try (ClassPath classPath = ClassPath.of(api(version))) {
      classPath.add(classFile);
      return Linkage.check(List.of(classFile), classPath);
    }
  }

  /** Compiles a class {@code Caller} against the API of the tests' own class path, the oldest. */
  private byte[] compiled(String source) throws IOException {
    Path file = Files.writeString(folder.resolve("Caller.java"), source);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-nowarn",
                "-Xlint:none",
                "-cp",
                api("3.11.1").toString(),
                "-d",
                folder.toString(),
                file.toString());
    assertWithMessage("status of the compiler").that(status).isEqualTo(0);
    return Files.readAllBytes(folder.resolve("Caller.class"));
  }

  /** The parsers that are shipped refer to nothing of Gerrit, and to some that is left out. */
  private static List<byte[]> ownClasses() throws IOException {
    List<byte[]> classes = new ArrayList<>();
    try (JarFile jar = new JarFile(PLUGIN.toFile())) {
      for (ZipEntry entry : jar.stream().toList()) {
        String name = entry.getName();
        if (name.startsWith(OURS)
            && !name.startsWith(OURS + "shaded/")
            && name.endsWith(".class")) {
          try (InputStream input = jar.getInputStream(entry)) {
            classes.add(input.readAllBytes());
          }
        }
      }
    }
    assertThat(classes).isNotEmpty();
    return classes;
  }

  private static Path api(String version) {
    return TARGET.resolve("gerrit-api").resolve(PREFIX + version + ".jar");
  }
}
