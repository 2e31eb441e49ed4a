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

import org.eclipse.jgit.diff.RawText;

/** How far the lines of a text are indented. Lines are counted from 0. */
final class Indentation {
  /** That of a blank line, and of no line at all. */
  static final int NONE = -1;

  private static final int TAB = 8;

  /** More is not told apart. */
  private static final int MOST = 200;

  /** No more blank lines in a row are looked at. */
  private static final int MOST_BLANK = 20;

  private final RawText text;

  Indentation(RawText text) {
    this.text = text;
  }

  /** That of a line in columns; {@link #NONE} when it is blank. */
  int of(int line) {
    String content = text.getString(line);
    int column = 0;
    for (int i = 0; i < content.length() && column < MOST; i++) {
      char c = content.charAt(i);
      if (c == ' ') {
        column++;
      } else if (c == '\t') {
        column += TAB - column % TAB;
      } else if (!Character.isWhitespace(c)) {
        return column;
      }
    }
    return column < MOST ? NONE : MOST;
  }

  /** That of the nearest line before a line which is not blank. */
  int before(int line) {
    int blank = blankBefore(line);
    return blank == MOST_BLANK ? 0 : orNone(line - 1 - blank);
  }

  /** How many blank lines stand before a line. */
  int blankBefore(int line) {
    return blank(line - 1, -1);
  }

  /** That of the nearest line after a line which is not blank. */
  int after(int line) {
    int blank = blankAfter(line);
    return blank == MOST_BLANK ? 0 : orNone(line + 1 + blank);
  }

  /** How many blank lines stand after a line. */
  int blankAfter(int line) {
    return blank(line + 1, 1);
  }

  private int blank(int first, int step) {
    int number = 0;
    for (int line = first; isLine(line) && number < MOST_BLANK && of(line) == NONE; line += step) {
      number++;
    }
    return number;
  }

  private int orNone(int line) {
    return isLine(line) ? of(line) : NONE;
  }

  private boolean isLine(int line) {
    return line >= 0 && line < text.size();
  }
}
