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

package com.googlesource.gerrit.plugins.eventletguard.change;

import com.googlesource.gerrit.plugins.eventletguard.bench.GeneratedPython;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanners;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.ScanCache;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a change of 100 median files costs that edits every usage, and its parts by themselves. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ChangeBenchmark {
  private static final int FILES = 100;

  private final InMemoryRepository repository =
      new InMemoryRepository(new DfsRepositoryDescription("benchmark"));
  private final Scanner scanner = Scanners.standard(RuleCatalog.builtIn(), ChangeBenchmark::fail);
  private final List<ScannedPair> pairs = new ArrayList<>();
  private ObjectReader reader;
  private ObjectId before;
  private ObjectId after;

  @Setup
  public void generate() throws IOException {
    before = tree(1);
    after = tree(2);
    reader = repository.newObjectReader();
    for (int i = 0; i < FILES; i++) {
      byte[] old = content(i, 1);
      byte[] now = content(i, 2);
      pairs.add(
          new ScannedPair(
              findings(path(i), old), findings(path(i), now), LineMap.between(old, now)));
    }
  }

  @TearDown
  public void close() {
    reader.close();
    repository.close();
  }

  /** Two trees that no cache knows: both surveys, both sides of every file, and the matching. */
  @Benchmark
  public ChangeReport diff() throws IOException {
    return new ChangeScanner(survey()).scan(reader, before, after);
  }

  /** The usages of both sides paired, the files scanned before. */
  @Benchmark
  public ChangeReport match() {
    return UsageMatcher.match(pairs, List.of());
  }

  /** What the modules of one tree of 100 files offer to each other, no folder known. */
  @Benchmark
  public SurveyedTree survey100Modules() throws IOException {
    return survey().survey(reader, after);
  }

  private TreeSurvey survey() {
    return new TreeSurvey(new BlobScanner(scanner, ScanCache.NONE), new SurveyMemory());
  }

  private List<Finding> findings(String path, byte[] content) {
    return scanner.scan(new SourceFile(path, content)).findings();
  }

  private ObjectId tree(int edition) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      DirCache index = DirCache.newInCore();
      DirCacheBuilder builder = index.builder();
      for (int i = 0; i < FILES; i++) {
        DirCacheEntry entry = new DirCacheEntry(path(i));
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, content(i, edition)));
        builder.add(entry);
      }
      builder.finish();
      ObjectId tree = index.writeTree(inserter);
      inserter.flush();
      return tree;
    }
  }

  private static String path(int file) {
    return "nova/m%03d.py".formatted(file);
  }

  private static byte[] content(int file, int edition) {
    return GeneratedPython.bytes(GeneratedPython.MEDIAN, file * 10 + edition);
  }

  private static void fail(String path, RuntimeException defect) {
    throw defect;
  }
}
