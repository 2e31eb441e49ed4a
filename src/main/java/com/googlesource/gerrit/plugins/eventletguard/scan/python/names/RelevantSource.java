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

import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Excerpt;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Outline;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Outline.Kind;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Outline.Line;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * The part of a module's source that can matter for its usages. A line is relevant when it holds
 * one of the words that are looked for, or a name that stands for what they name. A definition with
 * no relevant line is left out, and so is each other statement that only computes or binds and is
 * not relevant. What decides which statements run stays, and every import. As parsing costs far
 * more than searching, and few lines are relevant, this decides how long a file takes.
 */
public final class RelevantSource {
  /** A file that needs more rounds than this is read as a whole. */
  private static final int MAX_ROUNDS = 4;

  private final SourceText text;
  private final List<Line> lines;
  private final BitSet relevant;
  private int rounds;

  /**
   * @param text the file
   * @param words what a line has to hold to be relevant
   */
  public RelevantSource(SourceText text, Collection<String> words) {
    this.text = text;
    this.lines = Outline.of(text.text());
    this.relevant = new BitSet(lines.size());
    words.forEach(word -> markAll(word, false));
  }

  /** Whether nothing in it can matter. */
  public boolean isEmpty() {
    return !lines.isEmpty() && relevant.isEmpty();
  }

  SourceText text() {
    return text;
  }

  /** As much of the source as is going to be parsed first. */
  public String parsedText() {
    return isReduced() ? excerpt().text() : text.text();
  }

  /** Whether some of the source may be left out. */
  boolean isReduced() {
    return relevant.cardinality() < lines.size();
  }

  /** Leaves nothing out any more. */
  void restore() {
    relevant.set(0, lines.size());
  }

  /**
   * Makes the lines relevant that hold one of these names.
   *
   * @return whether that are more lines than before
   */
  boolean extend(Collection<String> names) {
    int before = relevant.cardinality();
    for (String name : names) {
      markAll(name, true);
    }
    boolean grown = relevant.cardinality() > before;
    if (grown && ++rounds == MAX_ROUNDS) {
      restore();
    }
    return grown;
  }

  /** What to parse of a source that is reduced. */
  Excerpt excerpt() {
    Excerpt excerpt = new Excerpt(text.text());
    int line = 0;
    while (line < lines.size()) {
      int header = header(line);
      int end = endOfBlock(header);
      int nextRelevant = relevant.nextSetBit(line);
      if (end > header && (nextRelevant < 0 || nextRelevant >= end)) {
        excerpt.leaveOut(lines.get(line));
        line = end;
      } else {
        lines.subList(line, header + 1).forEach(excerpt::add);
        line = header + 1;
      }
    }
    return excerpt;
  }

  /** The index of the line that a line decorates, or its own. */
  private int header(int line) {
    int header = line;
    while (lines.get(header).kind() == Kind.DECORATOR && header + 1 < lines.size()) {
      header++;
    }
    return header;
  }

  /**
   * The index after the last line of what may be blanked as a whole: a definition with its body or
   * a plain statement. The line's own index when it is neither.
   */
  private int endOfBlock(int header) {
    return switch (lines.get(header).kind()) {
      case PLAIN -> header + 1;
      case DEFINITION -> {
        int end = header + 1;
        while (end < lines.size()
            && lines.get(end).indentation() > lines.get(header).indentation()) {
          end++;
        }
        yield end;
      }
      case DECORATOR, OTHER -> header;
    };
  }

  private void markAll(String word, boolean asName) {
    int line = 0;
    int at = text.text().indexOf(word);
    while (at >= 0) {
      while (line < lines.size() && lines.get(line).end() <= at) {
        line++;
      }
      if (line == lines.size()) {
        return;
      }
      int next = at + 1;
      if (lines.get(line).start() <= at && (!asName || isName(at, at + word.length()))) {
        relevant.set(line);
        next = lines.get(line).end();
      }
      at = text.text().indexOf(word, next);
    }
  }

  private boolean isName(int start, int end) {
    return (start == 0 || !Character.isJavaIdentifierPart(text.text().charAt(start - 1)))
        && (end == text.text().length()
            || !Character.isJavaIdentifierPart(text.text().charAt(end)));
  }
}
