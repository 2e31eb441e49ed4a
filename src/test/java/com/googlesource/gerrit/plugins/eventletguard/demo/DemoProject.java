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

import com.googlesource.gerrit.plugins.eventletguard.server.GerritProject;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritSite;
import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The demo's project on the server. */
final class DemoProject {
  static final String NAME = "stratus";
  static final String LABEL = "Eventlet-Free";

  private final Path sources;
  private final GitClone clone;

  private DemoProject(Path sources, GitClone clone) {
    this.sources = sources;
    this.clone = clone;
  }

  /**
   * Makes the project, with the plugin enabled and a label to vote on.
   *
   * @param sources folder with {@code before}, {@code change} and {@code message.txt}
   * @param folder where clones go
   */
  static DemoProject create(GerritSite site, Path sources, Path folder)
      throws IOException, InterruptedException {
    GerritProject.existing(site, GerritProject.ALL_PROJECTS).allowAdministratorsToPush();
    GerritProject project = GerritProject.create(site, NAME, GerritProject.ALL_PROJECTS);
    project.defineLabel(LABEL);
    project.allowServiceUsersToVote(LABEL, -1, 0);
    project.configurePlugin(
        Map.of("enabled", "true", "label", LABEL), folder.resolve("configuration"));
    GitClone clone = project.cloneTo(folder.resolve(NAME));
    copy(sources.resolve("before"), clone.directory());
    clone.commit("Report the health of nodes", GitClone.newChangeId());
    clone.pushBranch("master");
    return new DemoProject(sources, clone);
  }

  /**
   * Pushes the change for review.
   *
   * @return its number
   */
  int pushChange() throws IOException, InterruptedException {
    copy(sources.resolve("change"), clone.directory());
    clone.commit(Files.readString(sources.resolve("message.txt")).strip(), GitClone.newChangeId());
    return clone.pushForReview("master");
  }

  Path directory() {
    return clone.directory();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.write(target, Files.readAllBytes(file));
      }
    }
  }
}
