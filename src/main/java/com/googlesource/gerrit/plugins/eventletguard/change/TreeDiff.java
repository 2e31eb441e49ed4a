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

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.diff.DiffConfig;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Lists the files in which two trees differ, with renames found as git finds them. */
final class TreeDiff {
  /** Git's own default for {@code --find-renames}, in percent. */
  private static final int RENAME_SCORE = 50;

  /**
   * Beyond so many added or deleted files only exact renames are found. That costs nothing but the
   * pairing of edited lines: a usage that moved is recognised across files anyway.
   */
  private static final int RENAME_LIMIT = 400;

  private TreeDiff() {}

  /**
   * The entries that differ. Copies are not looked for: a copy is new.
   *
   * @param oldTree null for the empty tree
   */
  static List<DiffEntry> between(ObjectReader reader, AnyObjectId oldTree, AnyObjectId newTree)
      throws IOException {
    return between(reader, oldTree, newTree, TreeFilter.ANY_DIFF);
  }

  /**
   * The entries that differ among some files.
   *
   * @param paths of either tree
   */
  static List<DiffEntry> between(
      ObjectReader reader, AnyObjectId oldTree, AnyObjectId newTree, Set<String> paths)
      throws IOException {
    return paths.isEmpty()
        ? List.of()
        : between(
            reader,
            oldTree,
            newTree,
            AndTreeFilter.create(PathFilterGroup.createFromStrings(paths), TreeFilter.ANY_DIFF));
  }

  private static List<DiffEntry> between(
      ObjectReader reader, AnyObjectId oldTree, AnyObjectId newTree, TreeFilter filter)
      throws IOException {
    try (TreeWalk walk = new TreeWalk(reader)) {
      walk.setRecursive(true);
      if (oldTree == null) {
        walk.addTree(new EmptyTreeIterator());
      } else {
        walk.addTree(oldTree);
      }
      walk.addTree(newTree);
      walk.setFilter(filter);
      return withRenames(reader, DiffEntry.scan(walk));
    }
  }

  private static List<DiffEntry> withRenames(ObjectReader reader, List<DiffEntry> entries)
      throws IOException {
    if (!has(entries, DiffEntry.ChangeType.ADD) || !has(entries, DiffEntry.ChangeType.DELETE)) {
      return entries;
    }
    RenameDetector detector = new RenameDetector(reader, new Config().get(DiffConfig.KEY));
    detector.setRenameScore(RENAME_SCORE);
    detector.setRenameLimit(RENAME_LIMIT);
    detector.addAll(entries);
    try {
      return detector.compute(reader, NullProgressMonitor.INSTANCE);
    } catch (CanceledException e) {
      throw new IllegalStateException("nobody can cancel this", e);
    }
  }

  private static boolean has(List<DiffEntry> entries, DiffEntry.ChangeType type) {
    return entries.stream().anyMatch(entry -> entry.getChangeType() == type);
  }
}
