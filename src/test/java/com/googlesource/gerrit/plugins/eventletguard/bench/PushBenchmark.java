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
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;

/**
 * What the plugin costs a push: on one server, pushes of one change each to a project for which it
 * is enabled and to one for which it is not, in turn.
 *
 * <p>Arguments: the project's folder, the server's version and the number of pairs.
 */
public final class PushBenchmark {
  private static final int WARM_UP_PAIRS = 10;
  private static final int MAX_PAIRS = 1000;
  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final Duration REVIEW_LIMIT = Duration.ofSeconds(30);

  private final GerritClient client;
  private final Target enabled;
  private final Target disabled;

  private PushBenchmark(GerritSite site, Path folder) throws IOException, InterruptedException {
    GerritProject.existing(site, GerritProject.ALL_PROJECTS).allowAdministratorsToPush();
    this.client = new GerritClient(site.url());
    this.enabled = Target.create(site, "enabled", true, folder);
    this.disabled = Target.create(site, "disabled", false, folder);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path root = Path.of(arguments[0]);
    String version = arguments[1];
    int pairs = Math.min(Integer.parseInt(arguments[2]), MAX_PAIRS);
    Path folder = Files.createTempDirectory("eventlet-guard-bench");
    Path target = root.resolve("target");
    Config settings = new Config();
    settings.setBoolean("plugin", "eventlet-guard", "createAccount", true);
    System.out.printf("Starting Gerrit %s ...%n", version);
    try (GerritSite site =
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
            elapsed -> {})) {
      new PushBenchmark(site, folder).run(pairs);
    } finally {
      remove(folder);
    }
  }

  private void run(int pairs) throws IOException, InterruptedException {
    for (int pair = 0; pair < WARM_UP_PAIRS; pair++) {
      pushAndAwait(enabled);
      pushAndAwait(disabled);
    }
    PairedRatio ratio = new PairedRatio();
    double[] reviews = new double[pairs];
    for (int pair = 0; pair < pairs; pair++) {
      // The order changes, so that neither gains from coming second.
      Pushed first = pushAndAwait(pair % 2 == 0 ? enabled : disabled);
      Pushed second = pushAndAwait(pair % 2 == 0 ? disabled : enabled);
      Pushed with = pair % 2 == 0 ? first : second;
      Pushed without = pair % 2 == 0 ? second : first;
      ratio.add(with.pushMillis(), without.pushMillis());
      reviews[pair] = with.reviewMillis();
      if ((pair + 1) % 10 == 0) {
        System.out.printf("  %d of %d pairs%n", pair + 1, pairs);
      }
    }
    double[] interval = ratio.interval();
    Arrays.sort(reviews);
    System.out.printf(
        "push, enabled to disabled: %.3f (95 %% interval %.3f to %.3f, %d pairs)%n",
        ratio.mean(), interval[0], interval[1], ratio.pairs());
    System.out.printf(
        "review visible after the push: median %.0f ms, 95th percentile %.0f ms%n",
        reviews[pairs / 2], reviews[(int) (pairs * 0.95)]);
  }

  /** Pushes a change and waits for its review, so that no scan runs during the next push. */
  private Pushed pushAndAwait(Target target) throws IOException, InterruptedException {
    target.prepare();
    Instant start = Instant.now();
    int change = target.clone.pushForReview("master");
    Instant pushed = Instant.now();
    Instant reviewed = target.enabled ? awaitReview(target, change, pushed) : pushed;
    return new Pushed(millis(start, pushed), millis(pushed, reviewed));
  }

  private Instant awaitReview(Target target, int change, Instant pushed)
      throws IOException, InterruptedException {
    while (ChangeReview.read(client, target.project, change).messages().isEmpty()) {
      if (Duration.between(pushed, Instant.now()).compareTo(REVIEW_LIMIT) > 0) {
        throw new IOException("no review of change %d".formatted(change));
      }
      Thread.sleep(5);
    }
    return Instant.now();
  }

  private static double millis(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e6;
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private record Pushed(double pushMillis, double reviewMillis) {}

  /** A project, and the clone to push from. */
  private static final class Target {
    private final String project;
    private final boolean enabled;
    private final GitClone clone;
    private int commits;

    private Target(String project, boolean enabled, GitClone clone) {
      this.project = project;
      this.enabled = enabled;
      this.clone = clone;
    }

    static Target create(GerritSite site, String name, boolean enabled, Path folder)
        throws IOException, InterruptedException {
      GerritProject project = GerritProject.create(site, name, GerritProject.ALL_PROJECTS);
      project.configurePlugin(
          Map.of("enabled", Boolean.toString(enabled)), folder.resolve(name + "-configuration"));
      return new Target(name, enabled, project.cloneTo(folder.resolve(name)));
    }

    /** Makes the next commit, on the branch, not on the change before. */
    void prepare() throws IOException, InterruptedException {
      commits++;
      clone.git("reset", "-q", "--hard", "origin/master");
      clone.write(
          "worker%d.py".formatted(commits),
          "import eventlet\n\neventlet.spawn_n(print, %d)\n".formatted(commits));
      clone.commit("Add worker " + commits, GitClone.newChangeId());
    }
  }
}
