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

package com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax;

import java.util.ArrayList;
import java.util.List;

/** Some lines of a file, which parse like a file of their own but keep the positions they had. */
public final class Excerpt {
  /** Stands for statements that are left out, so that no block is empty. */
  private static final String EMPTY_STATEMENT = "0";

  private final String original;
  private final StringBuilder text = new StringBuilder();

  /** For each line of the excerpt how much further on it stands in the file. */
  private final List<Integer> shifts = new ArrayList<>();

  /** The indentation of the empty statement that was added last; -1 after anything else. */
  private int indentationLeftOut = -1;

  /**
   * @param original the file
   */
  public Excerpt(String original) {
    this.original = original;
  }

  /** Adds a line of the file. */
  public void add(Outline.Line line) {
    int start = line.start() - line.indentation();
    addLine(start);
    for (int i = original.indexOf('\n', start, line.end());
        i >= 0;
        i = original.indexOf('\n', i + 1, line.end())) {
      shifts.add(shifts.getLast());
    }
    text.append(original, start, line.end()).append('\n');
    indentationLeftOut = -1;
  }

  /** Adds the first word of a line, without what belongs to it. */
  public void addFirstWord(Outline.Line line) {
    int start = line.start() - line.indentation();
    addLine(start);
    int end = line.start();
    while (end < line.end() && Outline.isNamePart(original.charAt(end))) {
      end++;
    }
    text.append(original, start, end).append('\n');
    indentationLeftOut = -1;
  }

  /** Notes that statements are left out, of which this is the first line. */
  public void leaveOut(Outline.Line first) {
    if (first.indentation() != indentationLeftOut) {
      addLine(first.start() - first.indentation());
      text.append(" ".repeat(first.indentation())).append(EMPTY_STATEMENT).append('\n');
      indentationLeftOut = first.indentation();
    }
  }

  private void addLine(int start) {
    shifts.add(start - text.length());
  }

  /** What to parse. */
  public String text() {
    return text.toString();
  }

  /** From positions in it to offsets of the file. */
  ParserPositions positions() {
    return ParserPositions.excerpt(
        text.toString(), shifts.stream().mapToInt(Integer::intValue).toArray());
  }

  String original() {
    return original;
  }
}
