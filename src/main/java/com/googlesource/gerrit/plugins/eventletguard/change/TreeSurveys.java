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

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.CatalogScanners;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.ScanCache;

/**
 * Makes the survey for each catalog of rules, all on the same caches, so that whoever looks at a
 * tree after another finds what that one has read. Safe for use by several threads.
 */
public final class TreeSurveys {
  private final CatalogScanners scanners;
  private final ScanCache cache;
  private final SurveyMemory memory;

  /**
   * @param scanners read the files
   * @param cache what files contain
   * @param memory what the modules of trees offer to each other
   */
  public TreeSurveys(CatalogScanners scanners, ScanCache cache, SurveyMemory memory) {
    this.scanners = scanners;
    this.cache = cache;
    this.memory = memory;
  }

  /** The survey that looks for everything that a catalog has rules for. */
  public TreeSurvey of(RuleCatalog catalog) {
    return new TreeSurvey(new BlobScanner(scanners.of(catalog), cache), memory);
  }
}
