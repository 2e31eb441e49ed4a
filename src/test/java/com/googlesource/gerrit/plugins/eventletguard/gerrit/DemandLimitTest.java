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

import static com.google.common.truth.Truth.assertThat;

import com.google.common.base.Ticker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DemandLimitTest {
  private static final ChangeKey CHANGE = new ChangeKey("nova", 1);

  private long now;
  private final DemandLimit limit =
      new DemandLimit(
          new Ticker() {
            @Override
            public long read() {
              return now;
            }
          });

  @Test
  void secondWishForTheSameChangeIsTooMuch() {
    assertThat(limit.permits(CHANGE)).isTrue();
    assertThat(limit.permits(CHANGE)).isFalse();
  }

  @Test
  void changesDoNotCountForEachOther() {
    assertThat(limit.permits(CHANGE)).isTrue();
    assertThat(limit.permits(new ChangeKey("nova", 2))).isTrue();
    assertThat(limit.permits(new ChangeKey("glance", 1))).isTrue();
  }

  @Test
  void changeMayBeAskedForAgainAfterThePause() {
    assertThat(limit.permits(CHANGE)).isTrue();
    now += DemandLimit.PAUSE.toNanos() - 1;
    assertThat(limit.permits(CHANGE)).isFalse();
    now += Duration.ofSeconds(1).toNanos();
    assertThat(limit.permits(CHANGE)).isTrue();
  }
}
