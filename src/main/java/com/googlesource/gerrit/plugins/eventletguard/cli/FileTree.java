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

import com.googlesource.gerrit.plugins.eventletguard.change.SkippedFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.FileKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.ScannedFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.SkipReason;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.ReexportFinder;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Reexports;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Scans a file or a folder of the file system, several files at a time. */
final class FileTree {
  /** Folders that hold other people's files or none of interest. */
  private static final Set<String> LEFT_OUT =
      Set.of(".git", ".hg", ".tox", ".nox", ".venv", ".eggs", "__pycache__", "node_modules");

  private final Scanner scanner;

  FileTree(Scanner scanner) {
    this.scanner = scanner;
  }

  /**
   * What was found, and which files were not read; both in no particular order.
   *
   * @param reexports what the modules among the files offer to each other
   */
  record Result(List<Finding> findings, List<SkippedFile> skipped, Reexports reexports) {}

  /**
   * Scans files and everything below folders, all as one tree, under the paths by which they are
   * named; symbolic links are not followed.
   *
   * @throws InputException if there is no such file or it cannot be read
   */
  Result scan(Collection<Path> roots) throws InputException {
    SortedMap<String, Path> files = new TreeMap<>();
    for (Path root : roots) {
      files(root).forEach(file -> files.put(slashed(file), file));
    }
    return scan(files);
  }

  /**
   * Scans everything below a folder, under paths that start there; symbolic links are not followed.
   *
   * @throws InputException if there is no such folder or a file cannot be read
   */
  Result scanBelow(Path folder) throws InputException {
    SortedMap<String, Path> files = new TreeMap<>();
    files(folder).forEach(file -> files.put(slashed(folder.relativize(file)), file));
    return scan(files);
  }

  private Result scan(SortedMap<String, Path> files) throws InputException {
    try {
      SortedMap<String, ScannedFile> scanned = readAll(files, scanner::read);
      Reexports reexports = resolve(files, scanned);
      return result(scanned, reexports);
    } catch (UncheckedIOException e) {
      throw new InputException("cannot read " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InputException("cannot read the files: " + e.getMessage(), e);
    }
  }

  /** Reads those files again that have something from other modules. */
  private Reexports resolve(Map<String, Path> files, Map<String, ScannedFile> scanned)
      throws IOException {
    SortedMap<String, ScannedFile> python = new TreeMap<>(scanned);
    python.keySet().removeIf(path -> !FileKind.mayBePython(path));
    Map<String, Reexports> known = new HashMap<>();
    Reexports reexports =
        ReexportFinder.find(
            python,
            importing -> {
              Map<String, ScannedFile> read = readAgain(files, scanned, known, importing);
              known.putAll(importing);
              scanned.putAll(read);
              return read;
            });
    Map<String, Reexports> changed = new TreeMap<>();
    python.forEach(
        (path, file) -> {
          Reexports imported = reexports.importedBy(file.imports());
          if (!imported.digest().equals(known.getOrDefault(path, Reexports.NONE).digest())) {
            changed.put(path, imported);
          }
        });
    scanned.putAll(readAgain(files, scanned, known, changed));
    return reexports;
  }

  private Map<String, ScannedFile> readAgain(
      Map<String, Path> files,
      Map<String, ScannedFile> before,
      Map<String, Reexports> known,
      Map<String, Reexports> importing) {
    Map<String, Path> some = new TreeMap<>();
    importing.keySet().forEach(path -> some.put(path, files.get(path)));
    return readAll(
        some,
        file ->
            scanner.readAgain(
                file,
                before.get(file.path()),
                known.getOrDefault(file.path(), Reexports.NONE),
                importing.get(file.path())));
  }

  private Result result(Map<String, ScannedFile> scanned, Reexports reexports) {
    List<Finding> findings = new ArrayList<>();
    List<SkippedFile> skipped = new ArrayList<>();
    scanned.forEach(
        (path, file) -> {
          findings.addAll(scanner.judge(path, file).findings());
          file.skipped().ifPresent(reason -> skipped.add(new SkippedFile(path, reason)));
        });
    return new Result(findings, skipped, reexports);
  }

  /** Each thread takes the next file: a stream would leave one with a folder of large ones. */
  private static SortedMap<String, ScannedFile> readAll(
      Map<String, Path> files, Function<SourceFile, ScannedFile> scan) {
    SortedMap<String, ScannedFile> scanned = new ConcurrentSkipListMap<>();
    List<Map.Entry<String, Path>> queue = List.copyOf(files.entrySet());
    AtomicInteger next = new AtomicInteger();
    Progress progress = Progress.start("Scanning", queue.size());
    try {
      IntStream.range(0, Runtime.getRuntime().availableProcessors())
          .parallel()
          .forEach(
              thread -> {
                for (int i = next.getAndIncrement(); i < queue.size(); i = next.getAndIncrement()) {
                  Map.Entry<String, Path> file = queue.get(i);
                  scanned.put(file.getKey(), read(file.getKey(), file.getValue(), scan));
                  progress.step();
                }
              });
    } finally {
      progress.end();
    }
    return scanned;
  }

  private static List<Path> files(Path root) throws InputException {
    if (root.toString().isEmpty()) {
      throw new InputException("a path is empty; the current folder is `.`");
    }
    if (!Files.exists(root)) {
      throw new InputException("no such file or folder: " + root);
    }
    try {
      return walk(root);
    } catch (IOException e) {
      throw new InputException("cannot read %s: %s".formatted(root, e.getMessage()), e);
    }
  }

  private static List<Path> walk(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && LEFT_OUT.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && FileKind.mayBeOfInterest(slashed(file))) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static ScannedFile read(String path, Path file, Function<SourceFile, ScannedFile> scan) {
    // Unlike Files, this asks for the size once and copies its bytes once.
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      if (open.length() > Scanner.READ_LIMIT) {
        return ScannedFile.skipped(SkipReason.TOO_LARGE);
      }
      byte[] content = new byte[(int) open.length()];
      open.readFully(content);
      return scan.apply(new SourceFile(path, content));
    } catch (IOException e) {
      throw new UncheckedIOException("%s: %s".formatted(path, e.getMessage()), e);
    }
  }

  /** The path as reports write it. */
  static String slashed(Path file) {
    return file.normalize().toString().replace('\\', '/');
  }
}
