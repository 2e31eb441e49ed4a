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

import com.googlesource.gerrit.plugins.eventletguard.fix.ChangedLines;
import com.googlesource.gerrit.plugins.eventletguard.fix.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A fix as a small difference: the lines that go, and those that come. */
final class FixDiff {
  /** Of a fix that changes more lines, the first ones are shown. */
  private static final int MOST_LINES = 24;

  private static final String GAP = "…";

  private FixDiff() {}

  /** What the template shows of it. */
  static Map<String, Object> of(Fix fix) {
    List<Map<String, Object>> lines = new ArrayList<>();
    int next = 0;
    for (ChangedLines changed : fix.lines()) {
      if (next > 0 && changed.first() > next) {
        lines.add(line("quiet", "", GAP, ""));
      }
      int number = changed.first();
      for (String before : changed.before()) {
        lines.add(line("gone", String.valueOf(number++), "-", before));
      }
      changed.after().forEach(after -> lines.add(line("new", "", "+", after)));
      next = number;
    }
    if (lines.size() > MOST_LINES) {
      lines.subList(MOST_LINES, lines.size()).clear();
      lines.add(line("quiet", "", GAP, ""));
    }
    return Map.of("description", fix.description(), "lines", lines);
  }

  private static Map<String, Object> line(String style, String number, String sign, String text) {
    return Map.of("style", style, "number", number, "sign", sign, "text", Excerpts.shown(text));
  }
}
