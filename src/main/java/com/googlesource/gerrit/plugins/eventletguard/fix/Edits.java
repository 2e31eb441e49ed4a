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

package com.googlesource.gerrit.plugins.eventletguard.fix;

import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Edits of one text that are done at once: they are ordered, and neither overlap nor touch. */
final class Edits {
  private static final Comparator<Edit> ORDER =
      (one, other) -> {
        int byStart = Integer.compare(one.start(), other.start());
        return byStart != 0 ? byStart : Integer.compare(one.end(), other.end());
      };

  private final List<Edit> edits;

  private Edits(List<Edit> edits) {
    this.edits = edits;
  }

  /**
   * Puts edits together: equal ones are one, and so are deletions that overlap and edits that
   * touch.
   *
   * @throws IllegalArgumentException if others overlap
   */
  static Edits of(Collection<Edit> edits) {
    List<Edit> merged = new ArrayList<>();
    for (Edit edit : edits.stream().distinct().sorted(ORDER).toList()) {
      if (merged.isEmpty() || merged.getLast().end() < edit.start()) {
        merged.add(edit);
      } else {
        merged.add(join(merged.removeLast(), edit));
      }
    }
    return new Edits(List.copyOf(merged));
  }

  private static Edit join(Edit first, Edit second) {
    if (second.start() < first.end() && !(first.deletes() && second.deletes())) {
      throw new IllegalArgumentException("edits overlap: %s and %s".formatted(first, second));
    }
    return new Edit(
        first.start(), Math.max(first.end(), second.end()), first.text() + second.text());
  }

  boolean isEmpty() {
    return edits.isEmpty();
  }

  /** In the order of the text. */
  List<Edit> edits() {
    return edits;
  }

  /** The text with the edits done. */
  String apply(String text) {
    return apply(text, 0, text.length()).orElseThrow();
  }

  /**
   * A part of the text with its edits done. What is inserted at its end is done where the text
   * ends, too, and is of what follows elsewhere.
   *
   * @return empty when an edit reaches over an end of the part
   */
  Optional<String> apply(String text, int start, int end) {
    StringBuilder out = new StringBuilder(end - start);
    int at = start;
    for (Edit edit : edits) {
      boolean follows = edit.start() >= end && end < text.length();
      if (edit.end() < start || (edit.end() == start && edit.start() < start) || follows) {
        continue;
      }
      if (edit.start() < start || edit.end() > end) {
        return Optional.empty();
      }
      out.append(text, at, edit.start()).append(edit.text());
      at = edit.end();
    }
    return Optional.of(out.append(text, at, end).toString());
  }

  List<Replacement> replacements(SourceText text) {
    return edits.stream()
        .map(
            edit -> new Replacement(text.path(), text.range(edit.start(), edit.end()), edit.text()))
        .toList();
  }

  /** What they do to whole lines. */
  List<ChangedLines> lines(SourceText text) {
    List<ChangedLines> changed = new ArrayList<>();
    int next = 0;
    while (next < edits.size()) {
      int start = text.lineStart(text.lineAt(edits.get(next).start()));
      int end = endOfLines(text, edits.get(next));
      StringBuilder after = new StringBuilder();
      int at = start;
      do {
        Edit edit = edits.get(next++);
        end = Math.max(end, endOfLines(text, edit));
        after.append(text.text(), at, edit.start()).append(edit.text());
        at = edit.end();
      } while (next < edits.size() && edits.get(next).start() < end);
      after.append(text.text(), at, end);
      changed.add(
          new ChangedLines(
              text.lineAt(start),
              split(text.text().substring(start, end)),
              split(after.toString())));
    }
    return changed;
  }

  /** Where the lines end that an edit changes; lines that are inserted change no other. */
  private static int endOfLines(SourceText text, Edit edit) {
    boolean wholeLines =
        edit.start() == text.lineStart(text.lineAt(edit.start())) && edit.text().endsWith("\n");
    if (edit.start() == edit.end() && wholeLines) {
      return edit.start();
    }
    int line = text.lineAt(Math.max(edit.start(), edit.end() - 1));
    return line < text.lineCount() ? text.lineStart(line + 1) : text.text().length();
  }

  private static List<String> split(String lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    String inner = lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
    return List.of(inner.split("\n", -1));
  }
}
