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

/** Edits of one text that are done at once: they are ordered, and neither overlap nor touch. */
final class Edits {
  private static final Comparator<Edit> ORDER =
      Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end);

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

  /** The text with the edits done. */
  String apply(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    for (Edit edit : edits) {
      out.append(text, at, edit.start()).append(edit.text());
      at = edit.end();
    }
    return out.append(text, at, text.length()).toString();
  }

  List<Replacement> replacements(SourceText text) {
    return edits.stream()
        .map(
            edit -> new Replacement(text.path(), text.range(edit.start(), edit.end()), edit.text()))
        .toList();
  }
}
