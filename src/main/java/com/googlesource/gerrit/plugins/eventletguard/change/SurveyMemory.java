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

import com.googlesource.gerrit.plugins.eventletguard.change.SurveyedTree.SurveyedFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What surveys of trees remember of each other: whole trees and single folders, for each set of
 * rules. Safe for use by several threads.
 */
public final class SurveyMemory {
  /** So many folders are remembered; a tree of Nova's size has 700. */
  private static final int MOST_FOLDERS = 20_000;

  /** So many trees are remembered with what their modules offer. */
  private static final int MOST_TREES = 100;

  private record Place(String rules, ObjectId tree, String path) {}

  /** What one folder holds, with the folders in it. */
  record Folder(List<SurveyedFile> files, List<Folder> folders) {
    Folder {
      files = List.copyOf(files);
      folders = List.copyOf(folders);
    }

    boolean isEmpty() {
      return files.isEmpty() && folders.isEmpty();
    }

    void addTo(List<SurveyedFile> all) {
      all.addAll(files);
      folders.forEach(folder -> folder.addTo(all));
    }
  }

  private final Map<Place, Folder> folders = LeastRecentlyUsed.map(MOST_FOLDERS);
  private final Map<Place, SurveyedTree> trees = LeastRecentlyUsed.map(MOST_TREES);

  Optional<SurveyedTree> tree(String rules, ObjectId id) {
    return Optional.ofNullable(trees.get(new Place(rules, id, "")));
  }

  void keep(String rules, ObjectId id, SurveyedTree tree) {
    trees.put(new Place(rules, id, ""), tree);
  }

  /**
   * A folder.
   *
   * @param path in its tree, with a slash at the end: the same folder elsewhere holds other modules
   */
  Optional<Folder> folder(String rules, ObjectId id, String path) {
    return Optional.ofNullable(folders.get(new Place(rules, id, path)));
  }

  void keep(String rules, ObjectId id, String path, Folder folder) {
    folders.put(new Place(rules, id, path), folder);
  }
}
