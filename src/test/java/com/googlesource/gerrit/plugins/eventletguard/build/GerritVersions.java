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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What {@code tools/gerrit-versions} says. */
final class GerritVersions {
  private static final String API_ON = "API on the daemon of ";

  /**
   * A release that the end-to-end tests run on.
   *
   * @param version the one of it that is tested
   * @param kind {@code server}, or whose daemon starts it
   */
  record Release(String name, String version, String kind) {
    boolean isServer() {
      return kind.equals("server");
    }

    /** The version whose daemon starts it. */
    String launcher() {
      return isServer() ? version : kind.substring(API_ON.length());
    }
  }

  private GerritVersions() {}

  /** The oldest first. */
  static List<Release> releases() throws IOException {
    return lines().filter(line -> line[0].startsWith("3")).map(GerritVersions::release).toList();
  }

  /** Every version of the API that the jar is to link with, in order. */
  static List<String> apis() throws IOException {
    return lines().map(line -> line[1]).sorted().toList();
  }

  /** The newest release of which there is a server. */
  static Release newestServer() throws IOException {
    return releases().stream().filter(Release::isServer).toList().getLast();
  }

  private static Stream<String[]> lines() throws IOException {
    return Files.readAllLines(Path.of("tools", "gerrit-versions")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" ", 3));
  }

  private static Release release(String[] line) {
    Release release = new Release(line[0], line[1], line[2]);
    if (!release.isServer() && !release.kind().startsWith(API_ON)) {
      throw new IllegalStateException("tools/gerrit-versions: neither server nor API: " + release);
    }
    return release;
  }
}
