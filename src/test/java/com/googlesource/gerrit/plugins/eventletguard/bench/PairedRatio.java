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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The ratio of two quantities that were measured in pairs, as geometric mean, with a percentile
 * bootstrap interval over the pairs (Efron and Tibshirani, An Introduction to the Bootstrap, 1993,
 * chapter 13).
 */
final class PairedRatio {
  private static final int RESAMPLES = 10_000;

  /** The same numbers give the same interval. */
  private static final long SEED = 20_260_101;

  private final List<Double> logarithms = new ArrayList<>();

  void add(double numerator, double denominator) {
    logarithms.add(Math.log(numerator / denominator));
  }

  int pairs() {
    return logarithms.size();
  }

  double mean() {
    return Math.exp(logarithms.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
  }

  /** Lower and upper bound of the 95 % interval of {@link #mean()}. */
  double[] interval() {
    Random random = new Random(SEED);
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      for (int j = 0; j < logarithms.size(); j++) {
        sum += logarithms.get(random.nextInt(logarithms.size()));
      }
      means[i] = Math.exp(sum / logarithms.size());
    }
    Arrays.sort(means);
    return new double[] {means[RESAMPLES / 40], means[RESAMPLES - RESAMPLES / 40 - 1]};
  }
}
