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

package com.googlesource.gerrit.plugins.eventletguard.bench;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class PairedRatioTest {
  private static final double TOLERANCE = 1e-9;

  @Test
  void meanIsGeometric() {
    PairedRatio ratio = new PairedRatio();
    ratio.add(2, 1);
    ratio.add(1, 2);

    assertThat(ratio.mean()).isWithin(TOLERANCE).of(1);
  }

  @Test
  void intervalOfEqualPairsIsAPoint() {
    PairedRatio ratio = new PairedRatio();
    ratio.add(3, 2);
    ratio.add(6, 4);

    assertThat(ratio.interval()).usingTolerance(TOLERANCE).containsExactly(new double[] {1.5, 1.5});
  }

  @Test
  void intervalHoldsTheMean() {
    PairedRatio ratio = new PairedRatio();
    for (int i = 1; i <= 20; i++) {
      ratio.add(10 + i % 5, 12);
    }

    double[] interval = ratio.interval();

    assertThat(interval[0]).isLessThan(ratio.mean());
    assertThat(interval[1]).isGreaterThan(ratio.mean());
  }
}
