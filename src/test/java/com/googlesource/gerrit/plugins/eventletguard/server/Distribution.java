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

package com.googlesource.gerrit.plugins.eventletguard.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the server's program comes from, and the commands that start it in a site. */
public sealed interface Distribution {
  /** Options that keep the JVM small and quick to start. */
  List<String> SMALL_JVM =
      List.of(
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "--enable-native-access=ALL-UNNAMED");

  /** Commands to run one after the other to their end, before the one that stays. */
  List<List<String>> prepare(Path site) throws IOException;

  /** The command that runs the server. */
  List<String> daemon(Path site, Path settings, List<Path> plugins) throws IOException;

  /** The program of the JVM that runs this. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * The jars of a server as Maven Central has them.
   *
   * @param directory holds them all, and nothing else
   * @param launcher class path of {@link GerritLauncher}
   */
  record Jars(Path directory, Path launcher) implements Distribution {
    @Override
    public List<List<String>> prepare(Path site) {
      return List.of();
    }

    @Override
    public List<String> daemon(Path site, Path settings, List<Path> plugins) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(java());
      command.addAll(SMALL_JVM);
      command.addAll(
          List.of(
              "-Dflogger.backend_factory="
                  + "com.google.common.flogger.backend.log4j.Log4jBackendFactory#getInstance",
              "-Dflogger.logging_context="
                  + "com.google.gerrit.server.logging.LoggingContext#getInstance",
              "-cp",
              classPath(),
              GerritLauncher.class.getName(),
              site.toString(),
              settings.toString()));
      plugins.forEach(plugin -> command.add(plugin.toString()));
      return command;
    }

    /** The API first: where its version is newer than the rest, its classes count. */
    private String classPath() throws IOException {
      List<String> entries = new ArrayList<>();
      try (Stream<Path> files = Files.list(directory)) {
        files
            .filter(file -> file.toString().endsWith(".jar"))
            .sorted()
            .map(Path::toString)
            .forEach(
                jar -> entries.add(jar.contains("gerrit-plugin-api") ? 0 : entries.size(), jar));
      }
      if (entries.isEmpty()) {
        throw new IOException("no server jars in " + directory);
      }
      entries.add(launcher.toString());
      return String.join(System.getProperty("path.separator"), entries);
    }
  }

  /**
   * An official release.
   *
   * @param file the {@code gerrit-VERSION.war}
   */
  record War(Path file) implements Distribution {
    @Override
    public List<List<String>> prepare(Path site) {
      return List.of(
          List.of(
              java(),
              "-jar",
              file.toString(),
              "init",
              "--dev",
              "--batch",
              "--no-auto-start",
              "-d",
              site.toString()));
    }

    @Override
    public List<String> daemon(Path site, Path settings, List<Path> plugins) throws IOException {
      SiteFiles.complete(site, settings, plugins);
      List<String> command = new ArrayList<>();
      command.add(java());
      command.addAll(SMALL_JVM);
      command.addAll(
          List.of("-jar", file.toString(), "daemon", "--console-log", "-d", site.toString()));
      return command;
    }
  }
}
