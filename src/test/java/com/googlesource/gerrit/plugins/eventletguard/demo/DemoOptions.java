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

package com.googlesource.gerrit.plugins.eventletguard.demo;

import com.googlesource.gerrit.plugins.eventletguard.server.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the demo is asked to do.
 *
 * @param distribution the server to start
 * @param version how to call it
 * @param port where to serve; empty for the usual one, or any if that is taken
 * @param site where to make the site; empty for a folder that is removed afterwards
 * @param once whether to end after the review
 */
record DemoOptions(
    Distribution distribution,
    String version,
    Optional<Integer> port,
    Optional<Path> site,
    boolean once) {
  private static final int MAX_PORT = 65_535;

  /**
   * Reads the command line.
   *
   * @param root the project's folder, with the built {@code target}
   * @throws DemoException if it is wrong
   */
  static DemoOptions parse(Path root, String[] arguments) throws IOException {
    String version = "";
    Optional<Path> war = Optional.empty();
    Optional<Integer> port = Optional.empty();
    Optional<Path> site = Optional.empty();
    boolean once = false;
    for (int i = 0; i < arguments.length; i++) {
      String option = arguments[i];
      switch (option) {
        case "--once" -> once = true;
        case "--gerrit" -> version = value(arguments, ++i);
        case "--war" -> war = Optional.of(existing(value(arguments, ++i)));
        case "--port" -> port = Optional.of(port(value(arguments, ++i)));
        case "--site" -> site = Optional.of(emptyFolder(value(arguments, ++i)));
        default -> throw new DemoException("unknown option " + option + "; see ./demo --help");
      }
    }
    Path target = root.resolve("target");
    Distribution distribution =
        war.<Distribution>map(Distribution.War::new)
            .orElse(
                new Distribution.Jars(
                    target.resolve("gerrit").resolve(version), target.resolve("test-classes")));
    String name = war.map(file -> file.getFileName().toString()).orElse("Gerrit " + version);
    return new DemoOptions(distribution, name, port, site, once);
  }

  private static String value(String[] arguments, int index) {
    if (index == arguments.length) {
      throw new DemoException(arguments[index - 1] + " needs a value; see ./demo --help");
    }
    return arguments[index];
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port <= MAX_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new DemoException("--port needs a number from 1 to %d, not %s".formatted(MAX_PORT, text));
  }

  private static Path existing(String file) {
    Path path = Path.of(file).toAbsolutePath();
    if (!Files.isRegularFile(path)) {
      throw new DemoException("--war: there is no file " + path);
    }
    return path;
  }

  private static Path emptyFolder(String folder) throws IOException {
    Path path = Path.of(folder).toAbsolutePath();
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.list(path)) {
        if (files.findAny().isPresent()) {
          throw new DemoException("--site: %s is not empty; name a new folder".formatted(path));
        }
      }
    } else if (Files.exists(path)) {
      throw new DemoException("--site: %s is not a folder".formatted(path));
    }
    return path;
  }
}
