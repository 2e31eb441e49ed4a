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

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import com.googlesource.gerrit.plugins.eventletguard.scan.ScannedFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryScanCacheTest {
  private static final ScanKey A = new ScanKey("engine", "rules", "aa", "a.py");
  private static final ScanKey B = new ScanKey("engine", "rules", "bb", "b.py");
  private static final ScanKey C = new ScanKey("engine", "rules", "cc", "c.py");

  private static ScannedFile withUsages(int number) {
    Usage usage =
        new Usage(UsageKind.USE, "eventlet.spawn", new Range(1, 0, 1, 5), "spawn", "spawn");
    return new ScannedFile(Collections.nCopies(number, usage), Optional.empty());
  }

  @Test
  void whatWasKeptIsFound() {
    MemoryScanCache cache = new MemoryScanCache();
    cache.keep(A, withUsages(1));

    assertThat(cache.find(A)).hasValue(withUsages(1));
    assertThat(cache.find(B)).isEmpty();
  }

  @Test
  void whatWasNotAskedForTheLongestIsForgottenFirst() {
    MemoryScanCache cache = new MemoryScanCache(/* limit= */ 2);
    cache.keep(A, ScannedFile.NOTHING);
    cache.keep(B, ScannedFile.NOTHING);
    cache.find(A);
    cache.keep(C, ScannedFile.NOTHING);

    assertThat(cache.find(B)).isEmpty();
    assertThat(cache.find(A)).isPresent();
    assertThat(cache.find(C)).isPresent();
  }

  @Test
  void usagesCountTowardsTheLimit() {
    MemoryScanCache cache = new MemoryScanCache(/* limit= */ 10);
    cache.keep(A, withUsages(5));
    cache.keep(B, withUsages(5));

    assertThat(cache.find(A)).isEmpty();
    assertThat(cache.find(B)).isPresent();
  }

  @Test
  void keepingAgainReplaces() {
    MemoryScanCache cache = new MemoryScanCache(/* limit= */ 10);
    for (int i = 0; i < 100; i++) {
      cache.keep(A, withUsages(4));
    }
    cache.keep(B, withUsages(4));

    assertThat(cache.find(A)).isPresent();
    assertThat(cache.find(B)).isPresent();
  }
}
