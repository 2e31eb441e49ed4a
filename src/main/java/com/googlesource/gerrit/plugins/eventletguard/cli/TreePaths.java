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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Where scanned files stand in their trees, however they were named: from the top of the work tree
 * of git, or, outside of one, from the folder that was scanned.
 */
final class TreePaths {
  /** What was scanned, and the top of its tree; both absolute. */
  private record Root(Path path, Path top) {
    static Root of(Path named) {
      Path path = absolute(named);
      Path folder = Files.isDirectory(path) ? path : path.getParent();
      for (Path top = folder; top != null; top = top.getParent()) {
        if (Files.exists(top.resolve(".git"))) {
          return new Root(path, top);
        }
      }
      return new Root(path, folder);
    }
  }

  private final List<Root> roots = new ArrayList<>();

  /**
   * @param scanned files and folders
   */
  TreePaths(Collection<Path> scanned) {
    scanned.forEach(path -> roots.add(Root.of(path)));
    // Of a folder and another one inside it, the inner one knows its tree better.
    roots.sort(Comparator.comparing((Root root) -> root.path().getNameCount()).reversed());
  }

  /** The path of a scanned file from the top of its tree, with slashes. */
  String inTree(String named) {
    Path file = absolute(Path.of(named));
    for (Root root : roots) {
      if (file.startsWith(root.path())) {
        return FileTree.slashed(root.top().relativize(file));
      }
    }
    throw new IllegalArgumentException("not below what was scanned: " + named);
  }

  /** Whether a file of a tree, wherever it is now, is among what was scanned. */
  boolean cover(String pathInTree) {
    return roots.stream().anyMatch(root -> root.top().resolve(pathInTree).startsWith(root.path()));
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
