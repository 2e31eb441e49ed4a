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

package com.googlesource.gerrit.plugins.eventletguard.fix;

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.change.Blob;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files of a tree in a repository. */
public final class TreeFiles implements Fixer.Files {
  private final ObjectReader reader;
  private final AnyObjectId tree;

  /**
   * @param reader reads the repository's objects; the caller closes it
   */
  public TreeFiles(ObjectReader reader, AnyObjectId tree) {
    this.reader = requireNonNull(reader, "reader");
    this.tree = requireNonNull(tree, "tree");
  }

  @Override
  public Optional<SourceFile> read(String path) throws IOException {
    try (TreeWalk walk = TreeWalk.forPath(reader, path, tree)) {
      return walk == null || !isFile(walk.getFileMode(0))
          ? Optional.empty()
          : Optional.of(
              new SourceFile(path, new Blob(reader, path, walk.getObjectId(0)).content()));
    }
  }

  private static boolean isFile(FileMode mode) {
    return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
  }
}
