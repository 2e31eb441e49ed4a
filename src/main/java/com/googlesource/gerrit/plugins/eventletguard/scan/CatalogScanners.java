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

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Makes a scanner for each catalog, once for as long as it is in use: a project's own rules make a
 * catalog of their own. Safe for use by several threads.
 */
public final class CatalogScanners {
  /** So many catalogs besides the built-in one; a scanner takes some hundred kilobytes. */
  private static final int MOST = 64;

  private final FileScanner settings;
  private final BiConsumer<String, RuntimeException> defects;
  private final Scanner builtIn;

  /** By what catalogs hold: each reading of a project's settings makes an object of its own. */
  private final Map<List<Pattern>, Scanner> others =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Pattern>, Scanner> eldest) {
          return size() > MOST;
        }
      };

  /**
   * @param settings finds what is wrong in the settings of a branch
   * @param defects told of each file that a defect of Eventlet Guard keeps from being scanned
   */
  public CatalogScanners(FileScanner settings, BiConsumer<String, RuntimeException> defects) {
    this.settings = requireNonNull(settings, "settings");
    this.defects = requireNonNull(defects, "defects");
    this.builtIn = Scanners.standard(RuleCatalog.builtIn(), settings, defects);
  }

  /** The scanner of everything that a catalog has rules for. */
  public Scanner of(RuleCatalog catalog) {
    if (catalog == RuleCatalog.builtIn()) {
      return builtIn;
    }
    synchronized (others) {
      return others.computeIfAbsent(
          catalog.patterns(), unused -> Scanners.standard(catalog, settings, defects));
    }
  }
}
