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

package com.googlesource.gerrit.plugins.eventletguard.scan.python.names;

import com.googlesource.gerrit.plugins.eventletguard.scan.Marks;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.PythonParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The comments of a module that speak to checkers. Not safe for use by several threads. */
public final class Comments {
  private final SourceText text;

  /** By offset; found when a line of a usage first looks like holding one. */
  private NavigableMap<Integer, String> marks;

  /** By the first and the last line, as a line may hold any number of units. */
  private final Map<Long, List<String>> marksOfLines = new HashMap<>();

  Comments(SourceText text) {
    this.text = text;
  }

  /** The marks on the lines of a unit, and those for Eventlet Guard directly above it. */
  List<String> marks(Unit unit) {
    int first = text.lineAt(unit.start());
    int last = lastLine(unit, first);
    long lines = (long) first << Integer.SIZE | last;
    return marksOfLines.computeIfAbsent(lines, key -> marks(first, last));
  }

  private List<String> marks(int first, int last) {
    int start = text.lineStart(first);
    int end = last < text.lineCount() ? text.lineStart(last + 1) : text.text().length();
    List<String> found = new ArrayList<>();
    // To tell a comment from a string takes the whole module; few lines hold what looks like one.
    if (Marks.mayStandIn(text.text().substring(start, end))) {
      found.addAll(marks().subMap(start, end).values());
    }
    found.addAll(Marks.above(text, first));
    return List.copyOf(found);
  }

  private NavigableMap<Integer, String> marks() {
    if (marks == null) {
      marks = find();
    }
    return marks;
  }

  /** The lines of a body are not those of its header. */
  private int lastLine(Unit unit, int first) {
    if (unit.bodyStart().isEmpty()) {
      return text.lineAt(unit.end());
    }
    return Math.max(first, text.lineAt(unit.bodyStart().getAsInt()) - 1);
  }

  private NavigableMap<Integer, String> find() {
    NavigableMap<Integer, String> found = new TreeMap<>();
    PythonParser.comments(text.text())
        .forEach(
            (start, comment) -> {
              if (Marks.mayStandIn(comment)) {
                found.put(start, comment);
              }
            });
    return found;
  }
}
