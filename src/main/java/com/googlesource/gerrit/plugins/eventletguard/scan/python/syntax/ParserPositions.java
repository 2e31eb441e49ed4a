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

import java.util.Arrays;

/**
 * The way from the parser's positions to offsets of the original text. The parser counts lines from
 * 1, which end in {@code \n}, {@code \r\n} or {@code \r}, and columns in code points from 0.
 */
final class ParserPositions {
  private final String text;
  private final int[] lineStarts;
  private final int[] indentationShift;
  private final boolean hasSurrogates;
  private final int base;

  private ParserPositions(String text, int[] lineStarts, int[] indentationShift, int base) {
    this.text = text;
    this.base = base;
    this.lineStarts = lineStarts;
    this.indentationShift = indentationShift;
    this.hasSurrogates = text.chars().anyMatch(c -> Character.isSurrogate((char) c));
  }

  /** For a text that was parsed as it stands, or rewritten without moving anything. */
  static ParserPositions of(String text) {
    return new ParserPositions(text, lineStarts(text), new int[0], 0);
  }

  /** For a fragment that stands at an offset of its file; offsets are the file's. */
  static ParserPositions inside(String fragment, int offset) {
    return new ParserPositions(fragment, lineStarts(fragment), new int[0], offset);
  }

  /**
   * For a text whose lines were indented anew before it was parsed.
   *
   * @param original the text before that
   * @param indentationShift per line, how many characters more the original's indentation has
   */
  static ParserPositions reindented(String original, int[] indentationShift) {
    return new ParserPositions(original, lineStarts(original), indentationShift.clone(), 0);
  }

  /** The offset of a position; one outside the text becomes the nearest inside. */
  int offset(int line, int column) {
    return base + offsetInText(line, column);
  }

  private int offsetInText(int line, int column) {
    if (line > lineStarts.length) {
      return text.length();
    }
    int index = Math.max(line, 1) - 1;
    int start = lineStarts[index];
    int shifted = Math.max(column, 0);
    if (index < indentationShift.length) {
      shifted = Math.max(shifted + indentationShift[index], 0);
    }
    if (!hasSurrogates) {
      return Math.min(start + shifted, text.length());
    }
    int offset = start;
    for (int i = 0; i < shifted && offset < text.length(); i++) {
      offset += Character.charCount(text.codePointAt(offset));
    }
    return offset;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[64];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
