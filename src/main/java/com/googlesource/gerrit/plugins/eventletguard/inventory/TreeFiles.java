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

package com.googlesource.gerrit.plugins.eventletguard.inventory;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The files of a tree, for what an inventory has to know besides what a scan finds. */
public interface TreeFiles {
  /** A tree without files. */
  TreeFiles NONE =
      new TreeFiles() {
        @Override
        public Optional<String> read(String path) {
          return Optional.empty();
        }

        @Override
        public List<String> names(String folder) {
          return List.of();
        }
      };

  /**
   * The text of a file.
   *
   * @param path with slashes
   * @return empty when there is no such file, or it is larger than what is scanned
   */
  Optional<String> read(String path) throws IOException;

  /**
   * The names of the files directly in a folder, sorted; none when there is no such folder.
   *
   * @param folder with slashes; empty for the top of the tree
   */
  List<String> names(String folder) throws IOException;
}
