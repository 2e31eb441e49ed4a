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

package com.googlesource.gerrit.plugins.eventletguard.report.html;

import com.googlesource.gerrit.plugins.eventletguard.inventory.History;
import com.googlesource.gerrit.plugins.eventletguard.inventory.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The lines of a burn-down chart: time from left to right, numbers from zero at the bottom to the
 * highest of all at the top, in a plane of {@link #WIDTH} by {@link #HEIGHT} with its origin at the
 * upper left.
 */
final class BurnDown {
  static final int WIDTH = 720;
  static final int HEIGHT = 200;

  private final History history;
  private final int most;

  BurnDown(History history) {
    this.history = history;
    this.most = history.points().stream().mapToInt(point -> point.tally().total()).max().orElse(0);
  }

  /** What its template needs. */
  Map<String, Object> chart() {
    Map<String, Object> chart = new LinkedHashMap<>();
    chart.put("width", WIDTH);
    chart.put("height", HEIGHT);
    chart.put("most", most);
    chart.put("commits", history.points().size());
    chart.put("from", history.first().day().toString());
    chart.put("to", history.last().day().toString());
    chart.put(
        "lines",
        List.of(line("all", Tally::total), line("open", Tally::open), line("tests", Tally::tests)));
    return chart;
  }

  private Map<String, Object> line(String name, ToIntFunction<Tally> number) {
    return Map.of(
        "name",
        name,
        "first",
        number.applyAsInt(history.first().tally()),
        "last",
        number.applyAsInt(history.last().tally()),
        "path",
        path(number));
  }

  /** One step at most for each unit of width. */
  private String path(ToIntFunction<Tally> number) {
    List<History.Point> points = history.points();
    List<String> steps = new ArrayList<>();
    int before = -1;
    for (int x = 0; x <= WIDTH; x++) {
      int index = (int) ((long) x * (points.size() - 1) / WIDTH);
      int y = y(number.applyAsInt(points.get(index).tally()));
      if (before < 0) {
        steps.add("M0 " + y);
      } else if (y != before) {
        steps.add("H" + x + "V" + y);
      }
      before = y;
    }
    steps.add("H" + WIDTH);
    return String.join("", steps);
  }

  private int y(int number) {
    return most == 0 ? HEIGHT : HEIGHT - Math.round((float) number * HEIGHT / most);
  }
}
