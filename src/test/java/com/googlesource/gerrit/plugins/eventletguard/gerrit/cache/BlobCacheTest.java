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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.cache;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.googlesource.gerrit.plugins.eventletguard.scan.ScannedFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.SkipReason;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.ScanKey;
import org.junit.jupiter.api.Test;

final class BlobCacheTest {
  private static final ScanKey KEY = new ScanKey("engine", "rules", "c0ffee", "nova/utils.py");

  private final Cache<String, byte[]> server = CacheBuilder.newBuilder().build();
  private final BlobCache cache = new BlobCache(server);

  @Test
  void whatIsKeptIsFoundUnderItsKeyOnly() {
    ScannedFile file = ScannedFile.skipped(SkipReason.TOO_LARGE);

    cache.keep(KEY, file);

    assertThat(cache.find(KEY)).hasValue(file);
    assertThat(cache.find(new ScanKey("engine", "rules", "c0ffee", "nova/test.py"))).isEmpty();
  }

  @Test
  void damagedBytesAreAsGoodAsNothing() {
    cache.keep(KEY, ScannedFile.NOTHING);
    server.put(KEY.text(), new byte[] {1, 2, 3});

    assertThat(cache.find(KEY)).isEmpty();
  }

  @Test
  void storedFormIsTheBytes() {
    BlobCache.AsIs form = new BlobCache.AsIs();

    assertThat(form.deserialize(form.serialize(new byte[] {7, 8}))).isEqualTo(new byte[] {7, 8});
  }
}
