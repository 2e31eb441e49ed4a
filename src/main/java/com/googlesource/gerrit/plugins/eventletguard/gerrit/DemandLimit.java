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

package com.googlesource.gerrit.plugins.eventletguard.gerrit;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;

/** How often people may ask for a scan of the same change. */
@Singleton
public final class DemandLimit {
  /** A change may be asked for once in this time. */
  public static final Duration PAUSE = Duration.ofMinutes(1);

  /** More changes than people ask for in that time; the memory it takes is bounded. */
  private static final int MAX_CHANGES = 10_000;

  private final Cache<ChangeKey, Boolean> asked;

  @Inject
  DemandLimit() {
    this(Ticker.systemTicker());
  }

  DemandLimit(Ticker ticker) {
    this.asked =
        CacheBuilder.newBuilder()
            .maximumSize(MAX_CHANGES)
            .expireAfterWrite(PAUSE)
            .ticker(ticker)
            .build();
  }

  /** Whether a change may be asked for now; if so it may not be again for a while. */
  public boolean permits(ChangeKey change) {
    return asked.asMap().putIfAbsent(change, true) == null;
  }
}
