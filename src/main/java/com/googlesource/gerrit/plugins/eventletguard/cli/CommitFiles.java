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

import com.googlesource.gerrit.plugins.eventletguard.inventory.TreeFiles;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The files of a tree in a repository.
 *
 * @param reader reads the repository's objects; the caller closes it
 */
record CommitFiles(ObjectReader reader, ObjectId tree) implements TreeFiles {
  @Override
  public Optional<String> read(String path) throws IOException {
    try (TreeWalk walk = TreeWalk.forPath(reader, path, tree)) {
      if (walk == null || !isFile(walk.getFileMode())) {
        return Optional.empty();
      }
      ObjectLoader loader = reader.open(walk.getObjectId(0), Constants.OBJ_BLOB);
      return loader.getSize() > Scanner.DEFAULT_SIZE_LIMIT
          ? Optional.empty()
          : Optional.of(
              new String(
                  loader.getCachedBytes(Scanner.DEFAULT_SIZE_LIMIT), StandardCharsets.UTF_8));
    }
  }

  @Override
  public List<String> names(String folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (TreeWalk walk = folder.isEmpty() ? null : TreeWalk.forPath(reader, folder, tree)) {
      if (walk != null && !walk.getFileMode().equals(FileMode.TREE)) {
        return List.of();
      }
      if (walk == null && !folder.isEmpty()) {
        return List.of();
      }
      CanonicalTreeParser entries =
          new CanonicalTreeParser(null, reader, walk == null ? tree : walk.getObjectId(0));
      while (!entries.eof()) {
        if (isFile(entries.getEntryFileMode())) {
          names.add(entries.getEntryPathString());
        }
        entries = entries.next();
      }
    }
    names.sort(null);
    return names;
  }

  private static boolean isFile(FileMode mode) {
    return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
  }
}
