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

package com.googlesource.gerrit.plugins.eventletguard.scan;

import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Reexports;
import java.util.List;
import java.util.Optional;

/** Finds the usages in files of one kind. Stateless and safe for use by several threads. */
public interface FileScanner {
  /**
   * Finds every usage in a text.
   *
   * @param text the decoded file
   * @return the usages, in {@link Usage#ORDER}; empty when there are none
   * @throws TooComplexException if the file cannot be scanned in the time or depth allowed
   */
  List<Usage> scan(SourceText text);

  /**
   * Whether a file can hold anything, as far as the bytes tell without being decoded. A scanner
   * that knows what to look for says so sooner than one that is only asked to {@link #scan}.
   */
  default boolean mayFindIn(SourceFile file) {
    return true;
  }

  /**
   * Finds what a file of a tree holds, also what comes through other modules of the tree.
   *
   * @param text the decoded file
   * @param reexports what other modules offer
   * @throws TooComplexException if the file cannot be scanned in the time or depth allowed
   */
  default ScannedFile scan(SourceText text, Reexports reexports) {
    return new ScannedFile(scan(text), Optional.empty());
  }

  /**
   * Finds what a file of a tree holds, and tells how, where that is of use for its next version.
   *
   * @param text the decoded file
   * @param reexports what other modules offer
   * @throws TooComplexException if the file cannot be scanned in the time or depth allowed
   */
  default TracedScan trace(SourceText text, Reexports reexports) {
    return new TracedScan(scan(text, reexports), Optional.empty());
  }
}
