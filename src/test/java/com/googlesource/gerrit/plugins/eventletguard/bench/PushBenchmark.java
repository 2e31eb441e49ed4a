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

import com.googlesource.gerrit.plugins.eventletguard.bench.BenchmarkServer.Pushed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

  private final BenchmarkServer server;

  private PushBenchmark(BenchmarkServer server) {
    this.server = server;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int pairs = Math.min(Integer.parseInt(arguments[2]), MAX_PAIRS);
    try (BenchmarkServer server = BenchmarkServer.start(Path.of(arguments[0]), arguments[1])) {
      new PushBenchmark(server).run(pairs);
    }
  }

  private void run(int pairs) throws IOException, InterruptedException {
    for (int block = 0; block < WARM_UP_BLOCKS; block++) {
      pushBlock(/* pluginOn= */ true);
      pushBlock(/* pluginOn= */ false);
    }
    PairedRatio ratio = new PairedRatio();
    for (int block = 0; ratio.pairs() < pairs; block++) {
      // The order changes, so that neither gains from coming second.
      boolean onFirst = block % 2 == 0;
      List<Pushed> first = pushBlock(onFirst);
      List<Pushed> second = pushBlock(!onFirst);
      List<Pushed> with = onFirst ? first : second;
      List<Pushed> without = onFirst ? second : first;
      for (int push = 0; push < BLOCK && ratio.pairs() < pairs; push++) {
        ratio.add(with.get(push).pushMillis(), without.get(push).pushMillis());
      }
      System.out.printf("  %d of %d pairs%n", ratio.pairs(), pairs);
    }
    double[] interval = ratio.interval();
    System.out.printf(
        "push, with the plugin to without: %.3f (95 %% interval %.3f to %.3f, %d pairs)%n",
        ratio.mean(), interval[0], interval[1], ratio.pairs());
  }

  /** Switches the plugin on or off and pushes; the first push after the switch does not count. */
  private List<Pushed> pushBlock(boolean pluginOn) throws IOException, InterruptedException {
    server
        .client()
        .post("plugins/eventlet-guard/gerrit~" + (pluginOn ? "enable" : "disable"), Map.of());
    server.push(pluginOn);
    List<Pushed> pushes = new ArrayList<>();
    for (int push = 0; push < BLOCK; push++) {
      pushes.add(server.push(pluginOn));
    }
    return pushes;
  }
}
