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

package com.googlesource.gerrit.plugins.eventletguard.cli;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanners;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Times a scan in a process that is warm beside {@code grep -rn eventlet} and beside reading every
 * file and searching it for one word, all in turns, and prints medians.
 *
 * <p>Arguments: the folder, and how many rounds count; as many are run before them.
 */
final class WarmScan {
  private WarmScan() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    FileTree tree = new FileTree(() -> Scanners.standard(RuleCatalog.builtIn(), WarmScan::fail));
    Map<String, Callable<?>> contenders = new LinkedHashMap<>();
    contenders.put("grep -rn eventlet", () -> grep(folder));
    contenders.put("read and search in Java", () -> readAndSearch(folder));
    contenders.put("eventlet-guard, warm", () -> tree.scan(List.of(folder)));
    Map<String, List<Long>> times = new LinkedHashMap<>();
    for (int round = -rounds; round < rounds; round++) {
      for (Map.Entry<String, Callable<?>> contender : contenders.entrySet()) {
        long start = System.nanoTime();
        contender.getValue().call();
        long time = System.nanoTime() - start;
        if (round >= 0) {
          times.computeIfAbsent(contender.getKey(), name -> new ArrayList<>()).add(time);
        }
      }
    }
    double grep = median(times.get("grep -rn eventlet"));
    times.forEach(
        (name, list) ->
            System.out.printf("%-28s %9.1f ms  %6.2f%n", name, median(list), median(list) / grep));
  }

  private static void fail(String path, Throwable defect) {
    throw new IllegalStateException("cannot scan " + path, defect);
  }

  private static int grep(Path folder) throws IOException, InterruptedException {
    return new ProcessBuilder("grep", "-rn", "eventlet", folder.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** One thread and no cleverness. */
  private static int readAndSearch(Path folder) throws IOException {
    int found = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        found += text.contains("eventlet") ? 1 : 0;
      }
    }
    return found;
  }

  private static double median(List<Long> nanoseconds) {
    long[] sorted = nanoseconds.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2] / 1e6;
  }
}
