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
import com.googlesource.gerrit.plugins.eventletguard.scan.ScanResult;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.SkipReason;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
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

  /** What was found, and which files were not read; both in no particular order. */
  record Result(List<Finding> findings, List<SkippedFile> skipped) {}

  private record Scanned(String path, ScanResult result) {}

  /**
   * Scans a file or everything below a folder; symbolic links are not followed.
   *
   * @throws InputException if there is no such file or it cannot be read
   */
  Result scan(Path root) throws InputException {
    if (!Files.exists(root)) {
      throw new InputException("no such file or folder: " + root);
    }
    try {
      Queue<Scanned> scanned = scanAll(files(root));
      List<Finding> findings = new ArrayList<>();
      List<SkippedFile> skipped = new ArrayList<>();
      for (Scanned file : scanned) {
        findings.addAll(file.result().findings());
        file.result()
            .skipped()
            .ifPresent(reason -> skipped.add(new SkippedFile(file.path(), reason)));
      }
      return new Result(findings, skipped);
    } catch (IOException e) {
      throw unreadable(root, e);
    } catch (UncheckedIOException e) {
      throw unreadable(root, e.getCause());
    }
  }

  /** Each thread takes the next file: a stream would leave one with a folder of large ones. */
  private Queue<Scanned> scanAll(List<Path> files) {
    Queue<Scanned> scanned = new ConcurrentLinkedQueue<>();
    AtomicInteger next = new AtomicInteger();
    IntStream.range(0, Runtime.getRuntime().availableProcessors())
        .parallel()
        .forEach(
            thread -> {
              for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
                scanned.add(scanFile(files.get(i)));
              }
            });
    return scanned;
  }

  private static InputException unreadable(Path root, IOException e) {
    return new InputException("cannot read %s: %s".formatted(root, e.getMessage()), e);
  }

  private static List<Path> files(Path root) throws IOException {
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

  private Scanned scanFile(Path file) {
    String path = slashed(file);
    // Unlike Files, this asks for the size once and copies its bytes once.
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      if (open.length() > Scanner.READ_LIMIT) {
        return new Scanned(path, ScanResult.skipped(SkipReason.TOO_LARGE));
      }
      byte[] content = new byte[(int) open.length()];
      open.readFully(content);
      return new Scanned(path, scanner.scan(new SourceFile(path, content)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String slashed(Path file) {
    return file.normalize().toString().replace('\\', '/');
  }
}
