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
import java.util.stream.IntStream;

/**
 * The way from the parser's positions to offsets of the original text. The parser counts lines from
 * 1, which end in {@code \n}, {@code \r\n} or {@code \r}, and columns in code points from 0.
 */
final class ParserPositions {
  private static final int[] UNCHANGED = {};

  private final String text;
  private final ParsedLines lines;
  private final int[] pairs;
  private final int[] indentationShift;
  private final int[] lineShift;
  private final int base;
  private final int skippedLines;

  private ParserPositions(String text, int[] indentationShift, int[] lineShift, int base) {
    this.text = text;
    this.lines = ParsedLines.of(text);
    this.pairs = pairs(text);
    this.indentationShift = indentationShift;
    this.lineShift = lineShift;
    this.base = base;
    this.skippedLines = 0;
  }

  private ParserPositions(ParserPositions whole, int skippedLines) {
    this.text = whole.text;
    this.lines = whole.lines;
    this.pairs = whole.pairs;
    this.indentationShift = whole.indentationShift;
    this.lineShift = whole.lineShift;
    this.base = whole.base;
    this.skippedLines = skippedLines;
  }

  /** For a text that was parsed as it stands, or rewritten without moving anything. */
  static ParserPositions of(String text) {
    return inside(text, 0);
  }

  /** For a fragment that stands at an offset of its file; offsets are the file's. */
  static ParserPositions inside(String fragment, int offset) {
    return new ParserPositions(fragment, UNCHANGED, UNCHANGED, offset);
  }

  /**
   * For a text whose lines were indented anew before it was parsed.
   *
   * @param original the text before that
   * @param indentationShift per line, how many characters more the original's indentation has
   */
  static ParserPositions reindented(String original, int[] indentationShift) {
    return new ParserPositions(original, indentationShift.clone(), UNCHANGED, 0);
  }

  /**
   * For some lines of a file; offsets are the file's.
   *
   * @param excerpt the lines
   * @param lineShift per line, how much further on it stands in the file
   */
  static ParserPositions excerpt(String excerpt, int[] lineShift) {
    return new ParserPositions(excerpt, UNCHANGED, lineShift.clone(), 0);
  }

  /** For a part of the text whose first line is the given one; 0 when a line was put before it. */
  ParserPositions from(int firstLine) {
    return new ParserPositions(this, firstLine - 1);
  }

  /** The offset of a position; one outside the text becomes the nearest inside. */
  int offset(int line, int column) {
    int index = Math.max(line + skippedLines, 1) - 1;
    if (index >= lines.count()) {
      return text.length() + distance(lines.count() - 1);
    }
    int shift = index < indentationShift.length ? indentationShift[index] : 0;
    int start = lines.start(index + 1);
    int shifted = Math.max(Math.max(column, 0) + shift, 0);
    return Math.min(start + shifted + pairsBefore(start, shifted), text.length()) + distance(index);
  }

  /** How much further on a line stands in the file. */
  private int distance(int index) {
    return lineShift.length == 0 ? base : lineShift[Math.min(index, lineShift.length - 1)];
  }

  /** Where characters stand that are one code point but two UTF-16 units. */
  private static int[] pairs(String text) {
    IntStream.Builder pairs = IntStream.builder();
    for (int i = 0; i < text.length() - 1; i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        pairs.add(i);
      }
    }
    return pairs.build().toArray();
  }

  private int pairsBefore(int lineStart, int column) {
    if (pairs.length == 0) {
      return 0;
    }
    int found = Arrays.binarySearch(pairs, lineStart);
    int first = found >= 0 ? found : -found - 1;
    int low = first;
    int high = pairs.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int columnOfPair = pairs[middle] - lineStart - (middle - first);
      if (columnOfPair < column) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - first;
  }
}
