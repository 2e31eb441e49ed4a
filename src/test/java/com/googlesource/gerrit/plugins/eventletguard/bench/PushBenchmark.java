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
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;

/**
 * What the plugin costs a push: on one server, pushes of one change each with the plugin running
 * and with the plugin disabled, in turn.
 *
 * <p>Arguments: the project's folder, the server's version and the number of pairs.
 */
public final class PushBenchmark {
  /** Pushes that count between switching the plugin on or off. */
  private static final int BLOCK = 5;

  private static final int WARM_UP_BLOCKS = 2;
  private static final int MAX_PAIRS = 1000;
  private static final String PROJECT = "pushed-to";
  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final Duration REVIEW_LIMIT = Duration.ofSeconds(30);

  private final GerritClient client;
  private final GitClone clone;
  private int commits;

  private PushBenchmark(GerritSite site, Path folder) throws IOException, InterruptedException {
    GerritProject.existing(site, GerritProject.ALL_PROJECTS).allowAdministratorsToPush();
    GerritProject project = GerritProject.create(site, PROJECT, GerritProject.ALL_PROJECTS);
    project.configurePlugin(Map.of("enabled", "true"), folder.resolve("configuration"));
    this.client = new GerritClient(site.url());
    this.clone = project.cloneTo(folder.resolve(PROJECT));
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
    for (int block = 0; block < WARM_UP_BLOCKS; block++) {
      pushBlock(/* pluginOn= */ true);
      pushBlock(/* pluginOn= */ false);
    }
    PairedRatio ratio = new PairedRatio();
    List<Double> reviews = new ArrayList<>();
    for (int block = 0; ratio.pairs() < pairs; block++) {
      // The order changes, so that neither gains from coming second.
      boolean onFirst = block % 2 == 0;
      List<Pushed> first = pushBlock(onFirst);
      List<Pushed> second = pushBlock(!onFirst);
      List<Pushed> with = onFirst ? first : second;
      List<Pushed> without = onFirst ? second : first;
      for (int push = 0; push < BLOCK && ratio.pairs() < pairs; push++) {
        ratio.add(with.get(push).pushMillis(), without.get(push).pushMillis());
        reviews.add(with.get(push).reviewMillis());
      }
      System.out.printf("  %d of %d pairs%n", ratio.pairs(), pairs);
    }
    double[] interval = ratio.interval();
    Collections.sort(reviews);
    System.out.printf(
        "push, with the plugin to without: %.3f (95 %% interval %.3f to %.3f, %d pairs)%n",
        ratio.mean(), interval[0], interval[1], ratio.pairs());
    System.out.printf(
        "review visible after the push: median %.0f ms, 95th percentile %.0f ms%n",
        reviews.get(pairs / 2), reviews.get((int) (pairs * 0.95)));
  }

  /** Switches the plugin on or off and pushes; the first push after the switch does not count. */
  private List<Pushed> pushBlock(boolean pluginOn) throws IOException, InterruptedException {
    client.post("plugins/eventlet-guard/gerrit~" + (pluginOn ? "enable" : "disable"), Map.of());
    push(pluginOn);
    List<Pushed> pushes = new ArrayList<>();
    for (int push = 0; push < BLOCK; push++) {
      pushes.add(push(pluginOn));
    }
    return pushes;
  }

  /** Pushes a change and waits for its review, so that no scan runs during the next push. */
  private Pushed push(boolean pluginOn) throws IOException, InterruptedException {
    commits++;
    // On the branch, not on the change before.
    clone.git("reset", "-q", "--hard", "origin/master");
    clone.write(
        "worker%d.py".formatted(commits),
        "import eventlet\n\neventlet.spawn_n(print, %d)\n".formatted(commits));
    clone.commit("Add worker " + commits, GitClone.newChangeId());
    Instant start = Instant.now();
    int change = clone.pushForReview("master");
    Instant pushed = Instant.now();
    Instant reviewed = pluginOn ? awaitReview(change, pushed) : pushed;
    return new Pushed(millis(start, pushed), millis(pushed, reviewed));
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
}
