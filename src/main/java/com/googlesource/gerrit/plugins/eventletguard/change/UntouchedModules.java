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
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Reexports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectReader;

/** Finds what became a usage in files that a change does not touch, because other modules did. */
final class UntouchedModules {
  /** A change that makes more files lead to Eventlet is told by these. */
  private static final int MOST_FILES = 200;

  private final BlobScanner scanner;
  private final ObjectReader reader;

  UntouchedModules(BlobScanner scanner, ObjectReader reader) {
    this.scanner = scanner;
    this.reader = reader;
  }

  /**
   * Findings of the new tree that are none with what the modules of the old tree offer.
   *
   * @param before what they offer
   * @param after the new tree
   * @param touched paths of the files that the change touches
   */
  List<Finding> shifted(Reexports before, SurveyedTree after, Set<String> touched)
      throws IOException {
    Reexports added = after.reexports().without(before);
    if (added.isEmpty()) {
      return List.of();
    }
    List<SurveyedFile> importing =
        after.files().stream()
            .filter(file -> !touched.contains(file.path()))
            .filter(file -> !added.importedBy(file.file().imports()).isEmpty())
            .limit(MOST_FILES)
            .toList();
    List<Finding> shifted = new ArrayList<>();
    for (SurveyedFile file : importing) {
      Blob blob = new Blob(reader, file.path(), file.id());
      Set<Finding> known = new HashSet<>(scanner.scan(blob, before).findings());
      scanner.scan(blob, after.reexports()).findings().stream()
          .filter(finding -> finding.usage().via().isPresent() && !known.contains(finding))
          .forEach(shifted::add);
    }
    return shifted;
  }
}
