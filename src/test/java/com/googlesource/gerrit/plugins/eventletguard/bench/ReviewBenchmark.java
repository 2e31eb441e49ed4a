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

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How soon reviews are there, on a warm server with the plugin running throughout: after single
 * pushes, and after one push of many changes.
 *
 * <p>Arguments: the project's folder, the server's version, the number of single pushes, the number
 * of changes in the one push and, if they are not to be pushed to an empty branch, a folder with
 * the files of it.
 */
public final class ReviewBenchmark {
  private static final int WARM_UP_PUSHES = 40;
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final BenchmarkServer server;

  private ReviewBenchmark(BenchmarkServer server) {
    this.server = server;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (BenchmarkServer server = BenchmarkServer.start(Path.of(arguments[0]), arguments[1])) {
      ReviewBenchmark benchmark = new ReviewBenchmark(server);
      if (arguments.length > 4) {
        server.begin(Path.of(arguments[4]));
      }
      benchmark.single(Integer.parseInt(arguments[2]));
      benchmark.row(Integer.parseInt(arguments[3]));
    }
  }

  private void single(int pushes) throws IOException, InterruptedException {
    for (int push = 0; push < WARM_UP_PUSHES; push++) {
      server.push(/* awaitReview= */ true);
    }
    List<Double> reviews = new ArrayList<>();
    for (int push = 0; push < pushes; push++) {
      reviews.add(server.push(/* awaitReview= */ true).reviewMillis());
    }
    Collections.sort(reviews);
    System.out.printf(
        "review visible after a push: median %.0f ms, 95th percentile %.0f ms (%d pushes)%n",
        reviews.get(pushes / 2), reviews.get((int) (pushes * 0.95)), pushes);
    System.out.printf(
        "  of which the plugin, median since the start: waits %.0f ms, scans %.0f ms, reviews %.0f"
            + " ms%n",
        metric("queue_wait"), metric("scan_latency"), metric("post_latency"));
  }

  /** The median of one of the plugin's timers. */
  private double metric(String timer) throws IOException, InterruptedException {
    return server
        .client()
        .get("config/server/metrics/plugins%2Feventlet-guard%2F" + timer)
        .getAsJsonObject()
        .get("p50")
        .getAsDouble();
  }

  private void row(int changes) throws IOException, InterruptedException {
    long before = reviewed();
    server.pushRow(changes);
    Instant pushed = Instant.now();
    long early = reviewed() - before;
    while (reviewed() - before < changes) {
      if (Duration.between(pushed, Instant.now()).compareTo(LIMIT) > 0) {
        throw new IOException("%d of %d reviews".formatted(reviewed() - before, changes));
      }
      Thread.sleep(20);
    }
    double seconds = BenchmarkServer.millis(pushed, Instant.now()) / 1000;
    System.out.printf(
        "%d changes in one push: %d reviewed when it returned, the others in %.1f s, %.1f a"
            + " second%n",
        changes, early, seconds, (changes - early) / seconds);
  }

  /** How many reviews the plugin has posted since it started. */
  private long reviewed() throws IOException, InterruptedException {
    return server
        .client()
        .get("config/server/eventlet-guard~status")
        .getAsJsonObject()
        .getAsJsonObject("scans")
        .getAsJsonPrimitive("reviewed")
        .getAsLong();
  }
}
