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

import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Excerpt;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Outline.Kind;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Outline.Line;
import java.util.BitSet;
import java.util.List;

/**
 * What is left of a module when as much is left out of it as its relevant lines allow.
 *
 * @param relevant the indexes of these
 * @param kept the indexes of the lines that are left
 */
record ReducedSource(BitSet relevant, BitSet kept, Excerpt excerpt) {
  static ReducedSource of(LogicalLines module, BitSet relevant) {
    ReducedSource source =
        new ReducedSource(
            (BitSet) relevant.clone(), new BitSet(), new Excerpt(module.text().text()));
    source.add(module.all());
    return source;
  }

  /** What to parse. */
  String text() {
    return excerpt.text();
  }

  private void add(List<Line> lines) {
    int line = 0;
    while (line < lines.size()) {
      int header = header(lines, line);
      int end = endOfBlock(lines, header);
      int nextRelevant = relevant.nextSetBit(line);
      if (end > header && (nextRelevant < 0 || nextRelevant >= end)) {
        excerpt.leaveOut(lines.get(line));
        line = end;
      } else if (lines.get(line).kind() == Kind.EXIT && nextRelevant != line) {
        excerpt.addFirstWord(lines.get(line));
        kept.set(line);
        line++;
      } else {
        lines.subList(line, header + 1).forEach(excerpt::add);
        kept.set(line, header + 1);
        line = header + 1;
      }
    }
  }

  /** The index of the line that a line decorates, or its own. */
  private static int header(List<Line> lines, int line) {
    int header = line;
    while (lines.get(header).kind() == Kind.DECORATOR && header + 1 < lines.size()) {
      header++;
    }
    return header;
  }

  /**
   * The index after the last line of what may be left out as a whole: a definition with its body, a
   * plain statement, or one with blocks after which the rest runs. The line's own index when it is
   * nothing of that.
   */
  private static int endOfBlock(List<Line> lines, int header) {
    return switch (lines.get(header).kind()) {
      case PLAIN, TEXT -> header + 1;
      case DEFINITION -> {
        int end = header + 1;
        while (end < lines.size()
            && lines.get(end).indentation() > lines.get(header).indentation()) {
          end++;
        }
        yield end;
      }
      case COMPOUND -> endOfCompound(lines, header);
      case DECORATOR, CLAUSE, EXIT, OTHER -> header;
    };
  }

  /**
   * The same for a statement with blocks; outside of definitions in it, nothing may end what runs.
   */
  private static int endOfCompound(List<Line> lines, int header) {
    int indentation = lines.get(header).indentation();
    int end = header + 1;
    while (end < lines.size() && isInside(lines.get(end), indentation)) {
      switch (lines.get(end).kind()) {
        case EXIT, OTHER -> {
          return header;
        }
        case DEFINITION -> end = endOfBlock(lines, end);
        default -> end++;
      }
    }
    return end;
  }

  private static boolean isInside(Line line, int indentation) {
    return line.indentation() > indentation
        || (line.indentation() == indentation && line.kind() == Kind.CLAUSE);
  }
}
