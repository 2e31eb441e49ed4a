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

import com.googlesource.gerrit.plugins.eventletguard.scan.ScannedFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.SkipReason;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Reads files on all processors while more are still being found. Each takes the largest of those
 * that wait, so that none is left with a large one in the end.
 */
final class FileReaders {
  /** Finds what to read. */
  @FunctionalInterface
  interface Finder {
    void find(Consumer<TreeFile> found);
  }

  /** Comes after the last file, as it is the smallest. */
  private static final TreeFile END = new TreeFile("", Path.of(""), -1);

  private final PriorityBlockingQueue<TreeFile> waiting =
      new PriorityBlockingQueue<>(64, (one, other) -> Long.compare(other.size(), one.size()));

  private final SortedMap<String, ScannedFile> scanned = new ConcurrentSkipListMap<>();
  private final Function<SourceFile, ScannedFile> scan;
  private final Progress progress = Progress.start("Scanning");

  private FileReaders(Function<SourceFile, ScannedFile> scan) {
    this.scan = scan;
  }

  /**
   * Reads all that is found.
   *
   * @param scan called by several threads
   * @return what it made of the files, by path
   * @throws UncheckedIOException if a file cannot be read, which it names
   */
  static SortedMap<String, ScannedFile> readAll(
      Finder finder, Function<SourceFile, ScannedFile> scan) {
    return new FileReaders(scan).run(finder);
  }

  private SortedMap<String, ScannedFile> run(Finder finder) {
    List<ForkJoinTask<?>> others =
        IntStream.range(1, Runtime.getRuntime().availableProcessors())
            .<ForkJoinTask<?>>mapToObj(i -> ForkJoinPool.commonPool().submit(this::readFound))
            .toList();
    try {
      findAll(finder);
      readFound();
    } finally {
      others.forEach(ForkJoinTask::quietlyJoin);
      progress.end();
    }
    others.forEach(ForkJoinTask::join);
    return scanned;
  }

  private void findAll(Finder finder) {
    boolean complete = false;
    try {
      finder.find(
          file -> {
            progress.expect();
            waiting.add(file);
          });
      complete = true;
    } finally {
      if (!complete) {
        waiting.clear();
      }
      waiting.add(END);
    }
  }

  private void readFound() {
    for (TreeFile file = next(); file.size() != END.size(); file = next()) {
      scanned.put(file.path(), read(file));
      progress.step();
    }
    waiting.add(END);
  }

  private TreeFile next() {
    try {
      return waiting.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while files are read");
    }
  }

  private ScannedFile read(TreeFile file) {
    // Unlike Files, this asks for the size once and copies its bytes once.
    try (RandomAccessFile open = new RandomAccessFile(file.file().toFile(), "r")) {
      long length = open.length();
      if (length > Scanner.READ_LIMIT) {
        return ScannedFile.skipped(SkipReason.TOO_LARGE);
      }
      byte[] content = new byte[(int) length];
      open.readFully(content);
      return scan.apply(new SourceFile(file.path(), content));
    } catch (IOException e) {
      throw new UncheckedIOException("%s: %s".formatted(file.path(), e.getMessage()), e);
    }
  }
}
