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

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * Places added lines where a person would say that they are. Where a block that was added ends like
 * the line before it, the same texts come of a block that begins a line earlier: JGit takes the
 * last such place, so that of a new function the decorator of the next one is said to be new, and
 * not its own.
 *
 * <p>The rule and its weights are those of Git's {@code diff.indentHeuristic} (Michael Haggerty,
 * 2016; on by default since Git 2.14, described in its {@code xdiff/xdiffi.c}): both ends of the
 * block should stand between lines of little indentation, after blank lines. So what is called new
 * is what {@code git diff} shows.
 */
final class IndentHeuristic {
  /** A block is moved up by no more lines. */
  private static final int MOST_LINES = 100;

  /** Of a block whose ends are indented more, no other difference makes up for it. */
  private static final int INDENT_WEIGHT = 60;

  private static final int START_OF_FILE = 1;
  private static final int END_OF_FILE = 21;
  private static final int EACH_BLANK_LINE = -30;
  private static final int EACH_BLANK_LINE_AFTER = 6;
  private static final int INDENTED = -4;
  private static final int INDENTED_AFTER_BLANK = 10;
  private static final int OUTDENTED = 24;
  private static final int OUTDENTED_AFTER_BLANK = 17;
  private static final int DEDENTED = 23;
  private static final int DEDENTED_AFTER_BLANK = 17;

  /** How a place is rated; less is better. */
  private record Score(int indent, int penalty) {
    Score plus(Score other) {
      return new Score(indent + other.indent, penalty + other.penalty);
    }

    boolean isWorseThan(Score other) {
      return INDENT_WEIGHT * Integer.compare(indent, other.indent) + penalty - other.penalty > 0;
    }
  }

  private final RawText text;
  private final Indentation indentation;

  private IndentHeuristic(RawText text) {
    this.text = text;
    this.indentation = new Indentation(text);
  }

  /**
   * The same edits, with the lines that are only added placed well.
   *
   * @param edits in their order, each as far down as it can be
   * @param newText the new side
   */
  static List<Edit> place(List<Edit> edits, RawText newText) {
    IndentHeuristic heuristic = new IndentHeuristic(newText);
    List<Edit> placed = new ArrayList<>(edits.size());
    int end = 0;
    for (Edit edit : edits) {
      Edit best = edit.getType() == Edit.Type.INSERT ? heuristic.place(edit, end) : edit;
      placed.add(best);
      end = best.getEndB();
    }
    return placed;
  }

  /**
   * @param limit the block may begin there, and no earlier
   */
  private Edit place(Edit edit, int limit) {
    int room = room(edit, Math.max(limit, edit.getBeginB() - MOST_LINES));
    if (room == 0) {
      return edit;
    }
    int best = 0;
    Score bestScore = score(edit, 0);
    for (int up = 1; up <= room; up++) {
      Score score = score(edit, up);
      if (bestScore.isWorseThan(score)) {
        best = up;
        bestScore = score;
      }
    }
    return new Edit(
        edit.getBeginA() - best,
        edit.getEndA() - best,
        edit.getBeginB() - best,
        edit.getEndB() - best);
  }

  /** By how many lines a block can begin earlier. */
  private int room(Edit edit, int limit) {
    int up = 0;
    while (edit.getBeginB() - up > limit
        && isSame(edit.getBeginB() - up - 1, edit.getEndB() - up - 1)) {
      up++;
    }
    return up;
  }

  private Score score(Edit edit, int up) {
    return score(edit.getBeginB() - up).plus(score(edit.getEndB() - up));
  }

  private boolean isSame(int line, int other) {
    return RawTextComparator.DEFAULT.equals(text, line, text, other);
  }

  /** How well the text is cut before a line, from 0. */
  private Score score(int line) {
    int before = indentation.before(line);
    int blankBefore = indentation.blankBefore(line);
    boolean isEnd = line >= text.size();
    int own = isEnd ? Indentation.NONE : indentation.of(line);
    int after = indentation.after(line);
    int blankAfter = own == Indentation.NONE ? 1 + indentation.blankAfter(line) : 0;
    boolean isAfterBlank = blankBefore + blankAfter > 0;
    int indent = own == Indentation.NONE ? after : own;

    int penalty = EACH_BLANK_LINE * (blankBefore + blankAfter) + EACH_BLANK_LINE_AFTER * blankAfter;
    if (before == Indentation.NONE && blankBefore == 0) {
      penalty += START_OF_FILE;
    }
    if (isEnd) {
      penalty += END_OF_FILE;
    }
    if (indent == Indentation.NONE || before == Indentation.NONE || indent == before) {
      return new Score(indent, penalty);
    }
    if (indent > before) {
      penalty += isAfterBlank ? INDENTED_AFTER_BLANK : INDENTED;
    } else if (after > indent) {
      penalty += isAfterBlank ? OUTDENTED_AFTER_BLANK : OUTDENTED;
    } else {
      penalty += isAfterBlank ? DEDENTED_AFTER_BLANK : DEDENTED;
    }
    return new Score(indent, penalty);
  }
}
