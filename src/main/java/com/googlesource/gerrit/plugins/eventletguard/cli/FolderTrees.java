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

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;

/** Two folders written to a repository as two trees, without the files that are equal in both. */
record FolderTrees(ObjectId oldTree, ObjectId newTree) {

  static FolderTrees write(Repository repository, Path oldFolder, Path newFolder)
      throws InputException, IOException {
    SortedSet<String> oldPaths = paths(oldFolder);
    SortedSet<String> newPaths = paths(newFolder);
    SortedSet<String> equal = new TreeSet<>(oldPaths);
    equal.retainAll(newPaths);
    equal.removeIf(path -> !sameContent(oldFolder.resolve(path), newFolder.resolve(path)));
    oldPaths.removeAll(equal);
    newPaths.removeAll(equal);
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      ObjectId oldTree = tree(inserter, oldFolder, oldPaths);
      ObjectId newTree = tree(inserter, newFolder, newPaths);
      inserter.flush();
      return new FolderTrees(oldTree, newTree);
    }
  }

  private static SortedSet<String> paths(Path folder) throws InputException, IOException {
    if (!Files.isDirectory(folder)) {
      throw new InputException("no such folder: " + folder);
    }
    SortedSet<String> paths = new TreeSet<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
            return inner.endsWith(Constants.DOT_GIT)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
              paths.add(folder.relativize(file).toString().replace('\\', '/'));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return paths;
  }

  private static boolean sameContent(Path one, Path other) {
    try {
      return Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS)
          && Files.isRegularFile(other, LinkOption.NOFOLLOW_LINKS)
          && Files.mismatch(one, other) < 0;
    } catch (IOException e) {
      // Reading it again to write the tree will say what is wrong.
      return false;
    }
  }

  private static ObjectId tree(ObjectInserter inserter, Path folder, SortedSet<String> paths)
      throws IOException {
    DirCache index = DirCache.newInCore();
    DirCacheBuilder builder = index.builder();
    for (String path : paths) {
      Path file = folder.resolve(path);
      DirCacheEntry entry = new DirCacheEntry(path);
      if (Files.isSymbolicLink(file)) {
        entry.setFileMode(FileMode.SYMLINK);
        entry.setObjectId(
            inserter.insert(
                Constants.OBJ_BLOB, Constants.encode(Files.readSymbolicLink(file).toString())));
      } else {
        entry.setFileMode(FileMode.REGULAR_FILE);
        try (InputStream content = Files.newInputStream(file)) {
          entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, Files.size(file), content));
        }
      }
      builder.add(entry);
    }
    builder.finish();
    return index.writeTree(inserter);
  }
}
