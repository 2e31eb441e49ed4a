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

import com.googlesource.gerrit.plugins.eventletguard.scan.modules.ReexportRounds;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Reads on all processors what the next of several trees add, so that whoever scans these in turn
 * finds it in the cache. It is never far ahead, or the cache would forget what nobody has asked for
 * yet. Made and asked by one thread.
 */
final class ReadAhead implements AutoCloseable {
  /** So many trees are read together: what modules offer may be another thing in later ones. */
  private static final int TREES = 20;

  /** So many files are enough for one time, however few the trees are. */
  private static final int ENOUGH_FILES = 3_000;

  /** While the trees of one time are scanned, those of so many others are read. */
  private static final int TIMES_AHEAD = 1;

  /** Versions of one file are read by one thread, as one is stored as a change to another. */
  private static final int MOST_VERSIONS = 8;

  private static final ThreadFactory THREADS =
      task -> {
        Thread thread = new Thread(task, "eventlet-guard-read-ahead");
        thread.setDaemon(true);
        return thread;
      };

  /** What a task reads. */
  private record Versions(String path, List<ObjectId> ids) {}

  /** What is read together. */
  private record Batch(int end, List<Future<?>> tasks) {}

  private final ObjectReader reader;
  private final BlobScanner scanner;
  private final List<? extends AnyObjectId> trees;
  private final Predicate<String> paths;
  private final AtomicLong bytesLeft;
  private final Queue<ObjectReader> readers = new ConcurrentLinkedQueue<>();
  private final List<Batch> batches = new ArrayList<>();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), THREADS);

  private volatile ReexportRounds rounds = ReexportRounds.NONE;

  /**
   * @param reader reads the repository's objects, as do others that are made from it
   * @param trees in the order in which they are going to be scanned
   * @param paths which of their files to read
   * @param mostBytes after so many no more is read
   */
  ReadAhead(
      ObjectReader reader,
      BlobScanner scanner,
      List<? extends AnyObjectId> trees,
      Predicate<String> paths,
      long mostBytes) {
    this.reader = reader;
    this.scanner = scanner;
    this.trees = trees;
    this.paths = paths;
    this.bytesLeft = new AtomicLong(mostBytes);
  }

  /**
   * Waits until what a tree adds to the one before is read.
   *
   * @param tree its place in the list; never a smaller one than before
   * @param likely what the modules of the next trees are likely to offer each other
   * @throws IOException if an object cannot be read; one that is missing is left to the scan
   */
  void await(int tree, ReexportRounds likely) throws IOException {
    rounds = likely;
    int batch = 0;
    while (batch < batches.size() && batches.get(batch).end() <= tree) {
      batch++;
    }
    while (batches.size() <= batch + TIMES_AHEAD && start() < trees.size()) {
      batches.add(begin(start()));
    }
    for (Future<?> task : batches.get(batch).tasks()) {
      finish(task);
    }
  }

  /** The first tree that is in no batch yet. */
  private int start() {
    return batches.isEmpty() ? 0 : batches.getLast().end();
  }

  private Batch begin(int start) throws IOException {
    Map<String, Set<ObjectId>> added = new LinkedHashMap<>();
    int files = 0;
    int end = start;
    while (end < trees.size() && end < start + TREES && files < ENOUGH_FILES) {
      files += addAdded(end == 0 ? null : trees.get(end - 1), trees.get(end), added);
      end++;
    }
    List<Versions> versions = new ArrayList<>();
    added.forEach(
        (path, ids) -> {
          List<ObjectId> all = List.copyOf(ids);
          for (int i = 0; i < all.size(); i += MOST_VERSIONS) {
            versions.add(
                new Versions(path, all.subList(i, Math.min(all.size(), i + MOST_VERSIONS))));
          }
        });
    versions.sort((one, other) -> Integer.compare(other.ids().size(), one.ids().size()));
    List<Future<?>> tasks = new ArrayList<>();
    versions.forEach(some -> tasks.add(threads.submit(reading(some))));
    return new Batch(end, tasks);
  }

  /** Adds, by path, the files in which a tree differs from the one before; tells how many. */
  private int addAdded(AnyObjectId before, AnyObjectId tree, Map<String, Set<ObjectId>> added)
      throws IOException {
    int files = 0;
    try (TreeWalk walk = new TreeWalk(reader)) {
      walk.setRecursive(true);
      if (before == null) {
        walk.addTree(new EmptyTreeIterator());
      } else {
        walk.addTree(before);
      }
      walk.addTree(tree);
      walk.setFilter(TreeFilter.ANY_DIFF);
      while (walk.next()) {
        FileMode mode = walk.getFileMode(1);
        if (mode.getObjectType() == Constants.OBJ_BLOB
            && !mode.equals(FileMode.SYMLINK)
            && paths.test(walk.getPathString())
            && added
                .computeIfAbsent(walk.getPathString(), path -> new LinkedHashSet<>())
                .add(walk.getObjectId(1))) {
          files++;
        }
      }
    }
    return files;
  }

  private Callable<Void> reading(Versions versions) {
    return () -> {
      ObjectReader free = readers.poll();
      ObjectReader own = free == null ? reader.newReader() : free;
      try {
        for (ObjectId id : versions.ids()) {
          read(new Blob(own, versions.path(), id));
        }
      } finally {
        readers.add(own);
      }
      return null;
    };
  }

  private void read(Blob blob) throws IOException {
    if (bytesLeft.get() <= 0) {
      return;
    }
    try {
      scanner.read(blob, rounds);
      bytesLeft.addAndGet(-blob.bytesRead());
    } catch (MissingObjectException e) {
      // The scan meets it too, and knows what that means for its tree.
    }
  }

  private static void finish(Future<?> task) throws IOException {
    try {
      task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while files are read");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException failed -> throw failed;
        case RuntimeException defect -> throw defect;
        case Error error -> throw error;
        default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** Reads no more. */
  @Override
  public void close() {
    threads.shutdownNow();
    readers.forEach(ObjectReader::close);
  }
}
