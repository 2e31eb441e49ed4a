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

import com.google.common.cache.CacheBuilder;
import org.junit.jupiter.api.Test;

final class ReportCacheTest {
  private static final StoredReport REPORT =
      new StoredReport(
          3, "refs/heads/stable/2026.1", "no_news", 1_770_000_000_000L, "{\"kept\": 1, \"é\": []}");

  private final ReportCache cache = new ReportCache(CacheBuilder.newBuilder().build());

  @Test
  void reportIsFoundByItsPatchSetOnly() {
    cache.put("nova", 1, "c0ffee", REPORT);

    assertThat(cache.get("nova", 1, "c0ffee")).hasValue(REPORT);
    assertThat(cache.get("nova", 1, "decaf")).isEmpty();
    assertThat(cache.get("nova", 11, "c0ffee")).isEmpty();
    assertThat(cache.get("glance", 1, "c0ffee")).isEmpty();
  }

  @Test
  void storedFormGivesTheReportBack() {
    ReportCache.AsJson form = new ReportCache.AsJson();

    assertThat(form.deserialize(form.serialize(REPORT))).isEqualTo(REPORT);
  }

  @Test
  void weightGrowsWithTheReport() {
    ReportCache.BySize weigher = new ReportCache.BySize();
    StoredReport longer = new StoredReport(3, REPORT.branch(), "no_news", 0, "x".repeat(1000));

    assertThat(weigher.weigh("key", longer)).isAtLeast(1000);
    assertThat(weigher.weigh("key", REPORT)).isLessThan(weigher.weigh("key", longer));
  }
}
