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

package com.googlesource.gerrit.plugins.eventletguard.change;

import java.util.HashMap;
import java.util.Map;

/** How alike two normalised statements are. */
final class StatementSimilarity {
  /**
   * From here on two statements with the same usage are one statement, edited. Found on real
   * commits: see docs/accuracy.md.
   */
  static final double SAME_STATEMENT_EDITED = 0.45;

  /** What is longer is compared by its beginning, so that generated code costs no more. */
  private static final int LONGEST = 2_000;

  private StatementSimilarity() {}

  /**
   * The Sørensen–Dice coefficient of the statements' pairs of neighbouring characters.
   *
   * @return 0 for nothing in common to 1 for equal
   */
  static double of(String one, String other) {
    if (one.equals(other)) {
      return 1;
    }
    Map<Integer, Integer> pairs = pairs(one);
    int common = 0;
    int ofOther = 0;
    for (Map.Entry<Integer, Integer> pair : pairs(other).entrySet()) {
      common += Math.min(pair.getValue(), pairs.getOrDefault(pair.getKey(), 0));
      ofOther += pair.getValue();
    }
    int ofOne = pairs.values().stream().mapToInt(Integer::intValue).sum();
    return ofOne + ofOther == 0 ? 0 : 2.0 * common / (ofOne + ofOther);
  }

  private static Map<Integer, Integer> pairs(String statement) {
    Map<Integer, Integer> pairs = new HashMap<>();
    int end = Math.min(statement.length(), LONGEST) - 1;
    for (int i = 0; i < end; i++) {
      pairs.merge(statement.charAt(i) << 16 | statement.charAt(i + 1), 1, Integer::sum);
    }
    return pairs;
  }
}
