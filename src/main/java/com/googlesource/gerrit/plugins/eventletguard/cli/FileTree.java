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
import com.googlesource.gerrit.plugins.eventletguard.rules.Lazy;
import com.googlesource.gerrit.plugins.eventletguard.scan.FileKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.ScannedFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.ReexportFinder;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Reexports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Scans a file or a folder of the file system, several files at a time. */
final class FileTree {
  private final Lazy<Scanner> scanner;

  /**
   * @param scanner asked for when there is a file to scan: folders can be walked while rules are
   *     still being read
   */
  FileTree(Supplier<Scanner> scanner) {
    this.scanner = new Lazy<>(scanner);
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
    return scan(roots, file -> file);
  }

  /**
   * Scans everything below a folder, under paths that start there; symbolic links are not followed.
   *
   * @throws InputException if there is no such folder or a file cannot be read
   */
  Result scanBelow(Path folder) throws InputException {
    return scan(List.of(folder), folder::relativize);
  }

  private Result scan(Collection<Path> roots, UnaryOperator<Path> place) throws InputException {
    for (Path root : roots) {
      FileWalk.check(root);
    }
    Map<String, TreeFile> files = new HashMap<>();
    FileReaders.Finder finder =
        found -> {
          for (Path root : roots) {
            FileWalk.find(
                root,
                place,
                file -> {
                  if (files.putIfAbsent(file.path(), file) == null) {
                    found.accept(file);
                  }
                });
          }
        };
    try {
      SortedMap<String, ScannedFile> scanned =
          FileReaders.readAll(finder, file -> scanner.get().read(file));
      Reexports reexports = resolve(files, scanned);
      return result(scanned, reexports);
    } catch (UncheckedIOException e) {
      throw new InputException("cannot read " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InputException("cannot read the files: " + e.getMessage(), e);
    }
  }

  /** Reads those files again that have something from other modules. */
  private Reexports resolve(Map<String, TreeFile> files, Map<String, ScannedFile> scanned)
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
          Reexports before = known.getOrDefault(path, Reexports.NONE);
          if (imported != before && !imported.digest().equals(before.digest())) {
            changed.put(path, imported);
          }
        });
    scanned.putAll(readAgain(files, scanned, known, changed));
    return reexports;
  }

  private Map<String, ScannedFile> readAgain(
      Map<String, TreeFile> files,
      Map<String, ScannedFile> before,
      Map<String, Reexports> known,
      Map<String, Reexports> importing) {
    return FileReaders.readAll(
        found -> importing.keySet().forEach(path -> found.accept(files.get(path))),
        file ->
            scanner
                .get()
                .readAgain(
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
          findings.addAll(scanner.get().judge(path, file).findings());
          file.skipped().ifPresent(reason -> skipped.add(new SkippedFile(path, reason)));
        });
    return new Result(findings, skipped, reexports);
  }
}
