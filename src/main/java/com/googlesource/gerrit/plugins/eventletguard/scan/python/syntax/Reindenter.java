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

/**
 * Indents source with spaces only, where tabs count to the next multiple of eight, as Python 2 did:
 * Python 3 refuses what mixes both.
 */
final class Reindenter {
  private final String text;
  private final ParserPositions positions;

  private Reindenter(String text, ParserPositions positions) {
    this.text = text;
    this.positions = positions;
  }

  /** The text with its indentation made of spaces. */
  String text() {
    return text;
  }

  /** From positions in it to offsets of the original. */
  ParserPositions positions() {
    return positions;
  }

  /**
   * Indents a text anew.
   *
   * @param rewritten what to indent; as long as {@code original}, with the same lines
   * @param original what the positions lead to
   */
  static Reindenter of(String rewritten, String original) {
    StringBuilder out = new StringBuilder();
    List<Integer> shifts = new ArrayList<>();
    int copied = 0;
    for (LogicalLine line : Tokenizer.logicalLines(rewritten)) {
      int firstToken = line.first().start();
      out.append(rewritten, copied, line.start());
      addLines(shifts, rewritten, copied, line.start());
      copied = line.start();
      String indentation = rewritten.substring(line.start(), firstToken);
      if (indentation.contains("\t") && !indentation.contains("\n")) {
        out.append(" ".repeat(line.indentation()));
        shifts.set(shifts.size() - 1, indentation.length() - line.indentation());
        copied = firstToken;
      }
    }
    out.append(rewritten, copied, rewritten.length());
    addLines(shifts, rewritten, copied, rewritten.length());
    return new Reindenter(
        out.toString(),
        ParserPositions.reindented(
            original, shifts.stream().mapToInt(Integer::intValue).toArray()));
  }

  private static void addLines(List<Integer> shifts, String text, int start, int end) {
    if (shifts.isEmpty()) {
      shifts.add(0);
    }
    for (int i = start; i < end; i++) {
      if (ParsedLines.endsLine(text, i)) {
        shifts.add(0);
      }
    }
  }
}
