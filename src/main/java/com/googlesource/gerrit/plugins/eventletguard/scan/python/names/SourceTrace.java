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

import com.googlesource.gerrit.plugins.eventletguard.scan.CommonLines;
import com.googlesource.gerrit.plugins.eventletguard.scan.Marks;
import com.googlesource.gerrit.plugins.eventletguard.scan.ScanTrace;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Outline.Line;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.RevisedOutline;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * How the relevant lines of a module were chosen. In another version the same are chosen, and what
 * is parsed is the same text, when none of the searches marks a line that only that one has, no
 * relevant line is gone, and what is left out between the lines that are kept is left out alike. So
 * the same is found, as nothing but what is parsed is looked at, and the comments around it.
 */
final class SourceTrace implements ScanTrace {
  /** About so many bytes a line takes. */
  private static final int WEIGHT_OF_LINE = 40;

  /** A text that was parsed, and of which lines it was made. */
  private record Parsed(BitSet relevant, BitSet kept, String text) {}

  private final List<Line> lines;
  private final List<LineSearch> searches;
  private final List<Parsed> parsed;
  private final BitSet proofs;

  /** Where what may be a mark stands. */
  private final int[] marks;

  private final int length;

  private SourceTrace(
      List<Line> lines,
      List<LineSearch> searches,
      List<Parsed> parsed,
      BitSet proofs,
      int[] marks,
      int length) {
    this.lines = lines;
    this.searches = searches;
    this.parsed = parsed;
    this.proofs = proofs;
    this.marks = marks;
    this.length = length;
  }

  /**
   * How lines were chosen.
   *
   * @param searches what has marked them, in its order
   * @param parsed what was parsed in between, the last of it with all that was marked
   * @param proofs the lines that tell by themselves that the module can hold anything
   */
  static SourceTrace of(
      LogicalLines lines, List<LineSearch> searches, List<ReducedSource> parsed, BitSet proofs) {
    return new SourceTrace(
        lines.all(),
        List.copyOf(searches),
        parsed.stream()
            .map(source -> new Parsed(source.relevant(), source.kept(), source.text()))
            .toList(),
        proofs,
        Marks.places(lines.bytes()),
        lines.bytes().length);
  }

  @Override
  public Optional<ScanTrace> in(SourceText text, byte[] content, CommonLines common) {
    Optional<int[]> marksNow = marksIn(common);
    return marksNow.isPresent() && !Marks.mayStandIn(common.added())
        ? RevisedOutline.of(lines, common, text.text(), content)
            .flatMap(
                outline ->
                    in(outline, new LogicalLines(text, content, outline.lines()), marksNow.get()))
        : Optional.empty();
  }

  /** Where the marks stand now; empty unless each is between the same two lines. */
  private Optional<int[]> marksIn(CommonLines common) {
    int[] now = new int[marks.length];
    int next = 0;
    for (int i = 0; i < now.length; i++) {
      while (next < lines.size() && lines.get(next).start() <= marks[i]) {
        next++;
      }
      int start = next == 0 ? 0 : lines.get(next - 1).start();
      int end = next == lines.size() ? length : lines.get(next).end();
      Optional<CommonLines.Run> run = common.around(start, end);
      if (run.isEmpty()) {
        return Optional.empty();
      }
      now[i] = marks[i] + run.get().shift();
    }
    return Optional.of(now);
  }

  private Optional<ScanTrace> in(RevisedOutline outline, LogicalLines now, int[] marksNow) {
    BitSet added = outline.added();
    BitSet marked = new BitSet();
    for (LineSearch search : searches) {
      search.markSome(now, added, marked);
    }
    BitSet proofsLeft = outline.left(proofs);
    if (!marked.isEmpty() || proofsLeft.isEmpty()) {
      return Optional.empty();
    }
    List<Parsed> again = new ArrayList<>();
    for (Parsed before : parsed) {
      Optional<BitSet> relevant = outline.now(before.relevant());
      Optional<BitSet> kept = outline.now(before.kept());
      if (relevant.isEmpty()
          || kept.isEmpty()
          || relevant.get().cardinality() == now.all().size()) {
        return Optional.empty();
      }
      ReducedSource source = ReducedSource.of(now, relevant.get());
      if (!source.kept().equals(kept.get()) || !source.text().equals(before.text())) {
        return Optional.empty();
      }
      again.add(new Parsed(relevant.get(), kept.get(), before.text()));
    }
    return Optional.of(
        new SourceTrace(now.all(), searches, again, proofsLeft, marksNow, now.bytes().length));
  }

  @Override
  public int weight() {
    return lines.size() * WEIGHT_OF_LINE
        + parsed.stream().mapToInt(source -> source.text().length()).sum();
  }
}
