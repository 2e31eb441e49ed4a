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

package com.googlesource.gerrit.plugins.eventletguard.report;

import com.googlesource.gerrit.plugins.eventletguard.inventory.History;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Tally;
import java.util.List;
import java.util.function.ToIntFunction;

/** A history as one line of blocks, from zero to its highest number. */
final class Sparkline {
  private static final String BLOCKS = "▁▂▃▄▅▆▇█";
  private static final int WIDTH = 60;

  private Sparkline() {}

  /**
   * Draws one number of each commit; of a long history commits at equal distances, the last one
   * among them.
   */
  static String of(History history, ToIntFunction<Tally> number) {
    List<History.Point> points = history.points();
    int most = points.stream().mapToInt(point -> number.applyAsInt(point.tally())).max().orElse(0);
    int width = Math.min(WIDTH, points.size());
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < width; i++) {
      int index = width == 1 ? 0 : (int) ((long) i * (points.size() - 1) / (width - 1));
      int value = number.applyAsInt(points.get(index).tally());
      line.append(
          BLOCKS.charAt(most == 0 ? 0 : (int) ((long) value * (BLOCKS.length() - 1) / most)));
    }
    return line.toString();
  }
}
