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

import com.googlesource.gerrit.plugins.eventletguard.scan.CommonLines;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Outline.Line;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The logical lines of a new version of a module, by those of the old one: what the versions have
 * in common is not read again.
 */
public final class RevisedOutline {
  private static final int NONE = -1;

  private final List<Line> before;
  private final List<CommonLines.Run> runs;
  private final Outline outline;

  /** By the index of a line of the old version: that of the same line in the new one, or none. */
  private final int[] now;

  /** The first line of the old version, and the first run, that may lie ahead. */
  private int next;

  private int run;

  private RevisedOutline(List<Line> before, CommonLines common, Outline outline) {
    this.before = before;
    this.runs = common.runs();
    this.outline = outline;
    this.now = new int[before.size()];
    Arrays.fill(now, NONE);
  }

  /**
   * The lines of a new version; empty when it is unusual, or may be.
   *
   * @param before the lines of the old one; some
   * @param common what stands in both
   * @param text the new version, as {@link Outline#of} takes it
   * @param bytes of it
   */
  public static Optional<RevisedOutline> of(
      List<Line> before, CommonLines common, String text, byte[] bytes) {
    for (byte one : common.added()) {
      if (one == '\r') {
        return Optional.empty();
      }
    }
    RevisedOutline revised = new RevisedOutline(before, common, new Outline(text, bytes));
    return revised.findAll() ? Optional.of(revised) : Optional.empty();
  }

  /** All lines of the new version. */
  public List<Line> lines() {
    return outline.lines();
  }

  /** The indexes of those that the old one does not have. */
  public BitSet added() {
    BitSet added = new BitSet();
    added.set(0, lines().size());
    for (int line : now) {
      if (line != NONE) {
        added.clear(line);
      }
    }
    return added;
  }

  /** Where some lines of the old version are now; empty unless all are there. */
  public Optional<BitSet> now(BitSet some) {
    BitSet there = new BitSet();
    for (int line = some.nextSetBit(0); line >= 0; line = some.nextSetBit(line + 1)) {
      if (now[line] == NONE) {
        return Optional.empty();
      }
      there.set(now[line]);
    }
    return Optional.of(there);
  }

  /** Where those of some lines of the old version are now that are there. */
  public BitSet left(BitSet some) {
    BitSet there = new BitSet();
    some.stream().filter(line -> now[line] != NONE).forEach(line -> there.set(now[line]));
    return there;
  }

  private boolean findAll() {
    while (!outline.isAtEnd()) {
      int position = outline.position();
      while (run < runs.size() && runs.get(run).newEnd() <= position) {
        run++;
      }
      boolean isCommon = run < runs.size() && runs.get(run).newStart() <= position;
      if (!(isCommon && copy(runs.get(run), position)) && !findNext()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Takes over the lines from a position on that the versions have in common. The last one of a run
   * is found anew, as what follows may belong to it.
   *
   * @return whether there are any
   */
  private boolean copy(CommonLines.Run common, int position) {
    int start = position - common.shift();
    skipTo(start);
    boolean isInside = next > 0 && before.get(next - 1).end() > start;
    boolean copied = false;
    while (!isInside
        && next + 1 < before.size()
        && before.get(next + 1).start() < common.oldEnd()) {
      Line following = before.get(next + 1);
      now[next] = lines().size();
      outline.add(
          moved(before.get(next), common.shift()),
          following.start() - following.indentation() + common.shift());
      next++;
      copied = true;
    }
    return copied;
  }

  /** Finds the line at the position, which may be an old one. */
  private boolean findNext() {
    int size = lines().size();
    if (!outline.findNext()) {
      return false;
    }
    if (lines().size() > size
        && run < runs.size()
        && runs.get(run).newStart() <= lines().getLast().start()
        && runs.get(run).newEnd() >= lines().getLast().end()) {
      Line old = moved(lines().getLast(), -runs.get(run).shift());
      skipTo(old.start());
      if (next < before.size() && before.get(next).equals(old)) {
        now[next] = size;
      }
    }
    return true;
  }

  private void skipTo(int start) {
    while (next < before.size() && before.get(next).start() < start) {
      next++;
    }
  }

  private static Line moved(Line line, int by) {
    return by == 0
        ? line
        : new Line(line.kind(), line.start() + by, line.end() + by, line.indentation());
  }
}
