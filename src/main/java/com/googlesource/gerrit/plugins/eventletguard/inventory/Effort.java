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

package com.googlesource.gerrit.plugins.eventletguard.inventory;

import java.util.List;

/**
 * An estimate of the work that is left, and how it comes about.
 *
 * @param lines what it is the sum of; only what is there has a line
 * @param repeated what a further finding of one rule in one file costs, as a part of the first
 */
public record Effort(List<Line> lines, double repeated) {
  private static final double HOURS_A_DAY = 8;

  /**
   * Hours of work: if all goes well, most likely, and if much does not.
   *
   * @param low never over likely
   * @param high never under likely
   */
  public record Hours(double low, double likely, double high) {
    static final Hours NONE = new Hours(0, 0, 0);

    public Hours {
      if (low < 0 || low > likely || likely > high) {
        throw new IllegalArgumentException(
            "hours are not in ascending order: %s, %s, %s".formatted(low, likely, high));
      }
    }

    Hours plus(Hours other) {
      return new Hours(low + other.low, likely + other.likely, high + other.high);
    }

    Hours times(double factor) {
      return new Hours(low * factor, likely * factor, high * factor);
    }

    /** The same in days of eight hours. */
    public Hours inDays() {
      return times(1 / HOURS_A_DAY);
    }
  }

  /**
   * The findings that cost the same.
   *
   * @param title what they are
   * @param first how many of them are the first of their rule in their file
   * @param further how many are not
   * @param each what one of the first costs
   */
  public record Line(String title, int first, int further, Hours each) {
    Hours hours(double repeated) {
      return each.times(first + further * repeated);
    }
  }

  public Effort {
    lines = List.copyOf(lines);
  }

  /** What a line costs together. */
  public Hours hours(Line line) {
    return line.hours(repeated);
  }

  /** What everything costs together. */
  public Hours hours() {
    return lines.stream().map(this::hours).reduce(Hours.NONE, Hours::plus);
  }
}
