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

package com.googlesource.gerrit.plugins.eventletguard.scan.cache;

import com.googlesource.gerrit.plugins.eventletguard.scan.ScannedFile;
import java.util.Optional;

/**
 * Keeps what was found in files, so that no blob is read twice. It may forget anything at any time.
 * Safe for use by several threads.
 */
public interface ScanCache {
  /** Keeps nothing. */
  ScanCache NONE =
      new ScanCache() {
        @Override
        public Optional<ScannedFile> find(ScanKey key) {
          return Optional.empty();
        }

        @Override
        public void keep(ScanKey key, ScannedFile file) {}
      };

  /**
   * Names the engine in the keys: what one that can outlive the program keeps must not be taken for
   * what another build would find.
   */
  default String engine() {
    return EngineVersion.current().name();
  }

  /** What was kept under a key; empty when nothing was, or when it is forgotten. */
  Optional<ScannedFile> find(ScanKey key);

  /** Keeps what was found. */
  void keep(ScanKey key, ScannedFile file);
}
