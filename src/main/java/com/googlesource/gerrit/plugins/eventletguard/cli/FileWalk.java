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

import com.googlesource.gerrit.plugins.eventletguard.scan.FileKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Finds the files below a folder that are worth reading; symbolic links are not followed. */
final class FileWalk extends SimpleFileVisitor<Path> {
  /** Folders that hold other people's files or none of interest. */
  private static final Set<String> LEFT_OUT =
      Set.of(".git", ".hg", ".tox", ".nox", ".venv", ".eggs", "__pycache__", "node_modules");

  private final Path root;
  private final UnaryOperator<Path> place;
  private final Consumer<TreeFile> found;

  private FileWalk(Path root, UnaryOperator<Path> place, Consumer<TreeFile> found) {
    this.root = root;
    this.place = place;
    this.found = found;
  }

  /**
   * @throws InputException if there is no such file or folder
   */
  static void check(Path root) throws InputException {
    if (root.toString().isEmpty()) {
      throw new InputException("a path is empty; the current folder is `.`");
    }
    if (!Files.exists(root)) {
      throw new InputException("no such file or folder: " + root);
    }
  }

  /**
   * Finds a file or what is below a folder.
   *
   * @param place where a file stands in the tree, by which it is named
   * @throws UncheckedIOException if a folder cannot be read; it names the root
   */
  static void find(Path root, UnaryOperator<Path> place, Consumer<TreeFile> found) {
    try {
      Files.walkFileTree(root, new FileWalk(root, place, found));
    } catch (IOException e) {
      throw new UncheckedIOException("%s: %s".formatted(root, e.getMessage()), e);
    }
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return !folder.equals(root) && LEFT_OUT.contains(folder.getFileName().toString())
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      String path = slashed(file);
      if (FileKind.mayBeOfInterest(path)) {
        Path inTree = place.apply(file);
        String name = inTree.equals(file) ? path : slashed(inTree);
        found.accept(new TreeFile(name, file, attributes.size()));
      }
    }
    return FileVisitResult.CONTINUE;
  }

  /** The path as reports write it. */
  static String slashed(Path file) {
    return file.normalize().toString().replace('\\', '/');
  }
}
