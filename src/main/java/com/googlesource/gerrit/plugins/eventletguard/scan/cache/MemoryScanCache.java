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
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps what was found in memory, and forgets first what was not asked for the longest. */
public final class MemoryScanCache implements ScanCache {
  /** Enough for several versions of a tree of Nova's size, in some 30 MB. */
  private static final int DEFAULT_LIMIT = 50_000;

  private final Map<ScanKey, ScannedFile> files =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true);

  private final int limit;
  private long weight;

  public MemoryScanCache() {
    this(DEFAULT_LIMIT);
  }

  /**
   * @param limit how many files and usages to keep together; each takes about half a kilobyte
   */
  public MemoryScanCache(int limit) {
    this.limit = limit;
  }

  /** It has been filled by the engine that asks, so that none need be told from another. */
  @Override
  public String engine() {
    return "this";
  }

  @Override
  public synchronized Optional<ScannedFile> find(ScanKey key) {
    return Optional.ofNullable(files.get(key));
  }

  @Override
  public synchronized void keep(ScanKey key, ScannedFile file) {
    ScannedFile before = files.put(key, file);
    weight += weight(file) - (before == null ? 0 : weight(before));
    Iterator<ScannedFile> eldest = files.values().iterator();
    while (weight > limit && eldest.hasNext()) {
      weight -= weight(eldest.next());
      eldest.remove();
    }
  }

  private static int weight(ScannedFile file) {
    return 1 + file.usages().size();
  }
}
