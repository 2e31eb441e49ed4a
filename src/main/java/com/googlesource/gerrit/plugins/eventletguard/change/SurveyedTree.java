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

import com.googlesource.gerrit.plugins.eventletguard.scan.ScannedFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.ReexportRounds;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Reexports;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The Python files of a tree.
 *
 * @param files those that hold usages or imports, and the modules of packages, by path
 * @param complete whether all of the tree was read
 * @param rounds what its modules offer to each other of what the rules look for
 */
public record SurveyedTree(List<SurveyedFile> files, boolean complete, ReexportRounds rounds) {
  /** A tree without files. */
  static final SurveyedTree EMPTY = new SurveyedTree(List.of(), true, ReexportRounds.NONE);

  /**
   * A Python file of a tree.
   *
   * @param path in the tree
   * @param id its content's
   * @param file what it holds, without what comes through other modules
   */
  public record SurveyedFile(String path, ObjectId id, ScannedFile file) {}

  public SurveyedTree {
    files = List.copyOf(files);
  }

  /** What its modules offer to each other of what the rules look for. */
  public Reexports reexports() {
    return rounds.reexports();
  }

  /** In what another tree, with such files, differs, by path; empty for what it does not have. */
  Map<String, Optional<ScannedFile>> changesTo(List<SurveyedFile> others) {
    Map<String, SurveyedFile> gone = new HashMap<>();
    files.forEach(file -> gone.put(file.path(), file));
    Map<String, Optional<ScannedFile>> changes = new HashMap<>();
    for (SurveyedFile other : others) {
      if (!other.equals(gone.remove(other.path()))) {
        changes.put(other.path(), Optional.of(other.file()));
      }
    }
    gone.keySet().forEach(path -> changes.put(path, Optional.empty()));
    return changes;
  }
}
