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

import com.googlesource.gerrit.plugins.eventletguard.policy.BranchSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;

/**
 * Where scanned files stand in their trees, however they were named. The top of a tree is the
 * nearest folder that holds git's files or the settings of a branch, at what was scanned or above
 * it; where there is none, it is the folder that was scanned.
 */
final class TreePaths {
  /** What was scanned, and the top of its tree; both absolute. */
  private record Root(Path path, Path top) {
    static Root of(Path named) {
      Path path = absolute(named);
      Path folder = Files.isDirectory(path) ? path : path.getParent();
      for (Path top = folder; top != null; top = top.getParent()) {
        if (Files.exists(top.resolve(Constants.DOT_GIT))
            || Files.exists(top.resolve(BranchSettings.FILE))) {
          return new Root(path, top);
        }
      }
      return new Root(path, folder);
    }
  }

  private final List<Root> roots = new ArrayList<>();
  private final Set<Path> tops = new LinkedHashSet<>();

  /**
   * @param scanned files and folders
   */
  TreePaths(Collection<Path> scanned) {
    scanned.forEach(path -> roots.add(Root.of(path)));
    roots.forEach(root -> tops.add(root.top()));
    // Of a folder and another one inside it, the inner one knows its tree better.
    roots.sort(
        (one, other) -> Integer.compare(other.path().getNameCount(), one.path().getNameCount()));
  }

  /** The tops of the trees, in the order in which what was scanned was named. */
  Set<Path> tops() {
    return Collections.unmodifiableSet(tops);
  }

  /** The path of a scanned file from the top of its tree, with slashes. */
  String inTree(String named) {
    Path file = absolute(Path.of(named));
    for (Root root : roots) {
      if (file.startsWith(root.path())) {
        return FileWalk.slashed(root.top().relativize(file));
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
