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

import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Outline.Line;
import java.util.BitSet;
import java.util.Optional;

/** Marks the lines that hold words which stand together where a usage is, or a root's name. */
final class WordSearch implements LineSearch {
  private final RelevantWords words;
  private final Optional<OfferedImports> offered;

  /**
   * @param words what makes a line relevant
   * @param offered which of the lines that import make up for the word; empty when all do
   */
  WordSearch(RelevantWords words, Optional<OfferedImports> offered) {
    this.words = words;
    this.offered = offered;
  }

  /**
   * Marks lines, and tells whether anything can matter: the words of a set may stand anywhere.
   *
   * @param proofs takes the lines that tell it by themselves
   */
  boolean markAll(LogicalLines lines, BitSet relevant, BitSet proofs) {
    Marker marker = new Marker(lines, relevant, proofs);
    lines.visit(words.search(), marker);
    return marker.matters;
  }

  @Override
  public void markSome(LogicalLines lines, BitSet some, BitSet relevant) {
    Marker marker = new Marker(lines, relevant, new BitSet());
    marker.matters = true; // nobody asks
    lines.visit(words.search(), some, marker);
  }

  /** Marks lines and notes whether all the words of a set stand anywhere. */
  private final class Marker implements LogicalLines.Visitor {
    private final LogicalLines lines;
    private final BitSet relevant;
    private final BitSet proofs;

    /** The words that were asked for in the line, and in the text. */
    private final BitSet inThisLine = new BitSet();

    private final BitSet inAnyLine = new BitSet();
    private int thisLine;
    private boolean matters;

    Marker(LogicalLines lines, BitSet relevant, BitSet proofs) {
      this.lines = lines;
      this.relevant = relevant;
      this.proofs = proofs;
    }

    @Override
    public void found(int word, int start, int line) {
      if (line != thisLine) {
        inThisLine.clear();
        thisLine = line;
      }
      String text = lines.text().text();
      if (!matters && !inAnyLine.get(word)) {
        inAnyLine.set(word);
        matters = words.completesIn(text, 0, text.length(), word);
      }
      if (relevant.get(line)) {
        return;
      }
      if (!inThisLine.get(word)) {
        inThisLine.set(word);
        Line place = lines.all().get(line);
        if (words.completesIn(text, place.start(), place.end(), word)) {
          relevant.set(line);
          proofs.set(line);
        } else if (words.isOfImports(word)) {
          markImports(line);
        }
      }
      words.firstPart(word).ifPresent(name -> markRoot(name, start, line));
    }

    /** Looks at a line that may import anything. */
    private void markImports(int line) {
      if (offered.isPresent()
          && lines.holdsImport(line)
          && offered.get().mayComeWith(lines.text(line))) {
        relevant.set(line);
        proofs.set(line);
        matters = true;
      }
      Line place = lines.all().get(line);
      int start = place.start();
      while (start < place.end()) {
        int end = lines.endOfName(start);
        String name = lines.text().text().substring(start, end);
        if (words.roots().firstParts().contains(name)) {
          markRoot(name, start, line);
        }
        start = Math.max(end, start + 1);
      }
    }

    private void markRoot(String name, int start, int line) {
      LineSearch.markName(
          lines,
          relevant,
          name,
          start,
          line,
          attributes -> words.roots().concern(name + "." + attributes),
          () -> lines.importsAny(line, words.roots()) || lines.isQuoted(start));
    }
  }
}
