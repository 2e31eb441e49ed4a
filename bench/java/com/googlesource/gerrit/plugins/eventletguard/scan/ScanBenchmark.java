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

package com.googlesource.gerrit.plugins.eventletguard.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.googlesource.gerrit.plugins.eventletguard.bench.GeneratedPython;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What one Python file costs: telling that nothing in it matters, and scanning it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScanBenchmark {
  /** The size of the file in bytes. */
  @Param({"" + GeneratedPython.MEDIAN, "" + GeneratedPython.LARGE})
  public int bytes;

  private final RuleCatalog catalog = RuleCatalog.builtIn();
  private final TriggerWords words =
      TriggerWords.inAnyCase(new CatalogTriggers(catalog).wordsOf(CatalogTriggers.OF_OTHERS));
  private final Scanner scanner = Scanners.standard(catalog, ScanBenchmark::fail);
  private byte[] without;
  private SourceFile file;

  @Setup
  public void generate() {
    file = new SourceFile("nova/a.py", GeneratedPython.bytes(bytes, 1));
    without = "x = [1, 'a text', {'key': None}]  # and\n".repeat(bytes / 40).getBytes(US_ASCII);
    if (words.occurIn(without)) {
      throw new IllegalStateException("the search is to read all of the file");
    }
  }

  @Benchmark
  public boolean triggerSearch() {
    return words.occurIn(without);
  }

  @Benchmark
  public ScanResult scan() {
    return scanner.scan(file);
  }

  private static void fail(String path, RuntimeException defect) {
    throw defect;
  }
}
