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

package com.googlesource.gerrit.plugins.eventletguard.bench;

import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import com.googlesource.gerrit.plugins.eventletguard.server.Distribution;
import com.googlesource.gerrit.plugins.eventletguard.server.FreePorts;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritClient;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritProject;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritSite;
import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;

/** A real Gerrit with the plugin and one project, which changes are pushed to and timed. */
final class BenchmarkServer implements AutoCloseable {
  private static final String PROJECT = "pushed-to";
  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final Duration REVIEW_LIMIT = Duration.ofSeconds(30);

  private final GerritSite site;
  private final Path folder;
  private final GerritClient client;
  private final GitClone clone;
  private int commits;

  /** How long a push took, and how long after it the review could be read. */
  record Pushed(double pushMillis, double reviewMillis) {}

  /**
   * Starts one.
   *
   * @param root the project's folder, where everything has been built
   * @param version the server's
   */
  static BenchmarkServer start(Path root, String version) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("eventlet-guard-bench");
    Path target = root.resolve("target");
    Config settings = new Config();
    settings.setBoolean("plugin", "eventlet-guard", "createAccount", true);
    System.out.printf("Starting Gerrit %s ...%n", version);
    return new BenchmarkServer(
        GerritSite.start(
            new GerritSite.Options(
                new Distribution.Jars(
                    target.resolve("gerrit").resolve(version), target.resolve("test-classes")),
                folder.resolve("site"),
                FreePorts.any(),
                FreePorts.any(),
                List.of(target.resolve("eventlet-guard.jar")),
                settings),
            START_LIMIT,
            elapsed -> {}),
        folder);
  }

  private BenchmarkServer(GerritSite site, Path folder) throws IOException, InterruptedException {
    this.site = site;
    this.folder = folder;
    GerritProject.existing(site, GerritProject.ALL_PROJECTS).allowAdministratorsToPush();
    GerritProject project = GerritProject.create(site, PROJECT, GerritProject.ALL_PROJECTS);
    project.configurePlugin(Map.of("enabled", "true"), folder.resolve("configuration"));
    this.client = new GerritClient(site.url());
    this.clone = project.cloneTo(folder.resolve(PROJECT));
  }

  GerritClient client() {
    return client;
  }

  /**
   * Pushes one change, with a file of its own that uses Eventlet.
   *
   * @param awaitReview whether to wait for its review, so that no scan runs during the next push
   */
  Pushed push(boolean awaitReview) throws IOException, InterruptedException {
    // On the branch, not on the change before.
    clone.git("reset", "-q", "--hard", "origin/master");
    commit();
    Instant start = Instant.now();
    int change = clone.pushForReview("master");
    Instant pushed = Instant.now();
    Instant reviewed = awaitReview ? awaitReview(change, pushed) : pushed;
    return new Pushed(millis(start, pushed), millis(pushed, reviewed));
  }

  /** Pushes a row of such changes, each on top of the one before, in one push. */
  void pushRow(int changes) throws IOException, InterruptedException {
    clone.git("reset", "-q", "--hard", "origin/master");
    for (int change = 0; change < changes; change++) {
      commit();
    }
    clone.git("push", "-q", "origin", "HEAD:refs/for/master");
  }

  private void commit() throws IOException, InterruptedException {
    commits++;
    clone.write(
        "worker%d.py".formatted(commits),
        "import eventlet\n\neventlet.spawn_n(print, %d)\n".formatted(commits));
    clone.commit("Add worker " + commits, GitClone.newChangeId());
  }

  private Instant awaitReview(int change, Instant pushed) throws IOException, InterruptedException {
    while (ChangeReview.read(client, PROJECT, change).messages().isEmpty()) {
      if (Duration.between(pushed, Instant.now()).compareTo(REVIEW_LIMIT) > 0) {
        throw new IOException("no review of change %d".formatted(change));
      }
      Thread.sleep(5);
    }
    return Instant.now();
  }

  /** The time between two moments, in milliseconds. */
  static double millis(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e6;
  }

  /** Lets the project's branch begin with the files of a folder. */
  void begin(Path tree) throws IOException, InterruptedException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = clone.directory().resolve(tree.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    clone.commit("Begin", GitClone.newChangeId());
    clone.pushBranch("master");
  }

  /** Stops it and removes all that it made. */
  @Override
  public void close() throws IOException {
    site.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
