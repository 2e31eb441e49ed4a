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

import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import java.util.List;
import java.util.Optional;

/** Finds the edits for one kind of file. Stateless. */
interface FileFixer {
  /**
   * A longer file is not fixed where all of it has to be parsed to know what an edit does to it:
   * the parsers read about a megabyte a second.
   */
  int LONGEST_PARSED = 256 * 1024;

  /** One file and what is known of it. For one thread. */
  @FunctionalInterface
  interface OpenFile {
    /**
     * The edits that take some findings away, all of them together.
     *
     * @param findings of this file, each of which is safe to take away as far as its rule knows
     * @return empty when there are no such edits, or none that leave the file valid
     */
    Optional<Edits> edits(List<Finding> findings);
  }

  /**
   * Opens a file, once for all of its findings.
   *
   * @return empty when nothing in it can be fixed
   */
  Optional<OpenFile> open(SourceText text);

  /** What the edits for a finding do, as a sentence in the imperative without a full stop. */
  String description(Finding finding);
}
