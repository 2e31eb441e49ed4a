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

import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import java.util.List;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.DiffAlgorithm.SupportedAlgorithm;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Which lines of a file's new side are added, and where the others stood on its old side. */
final class LineMap {
  private final List<Edit> edits;

  private LineMap(List<Edit> edits) {
    this.edits = edits;
  }

  /** Compares two sides by Git's histogram algorithm; an absent side is an empty text. */
  static LineMap between(byte[] oldContent, byte[] newContent) {
    RawText newText = new RawText(newContent);
    return new LineMap(
        IndentHeuristic.place(
            DiffAlgorithm.getAlgorithm(SupportedAlgorithm.HISTOGRAM)
                .diff(RawTextComparator.DEFAULT, new RawText(oldContent), newText),
            newText));
  }

  /** Whether a range of the new side touches an added line. */
  boolean touchesAdded(Range range) {
    int next = firstEndingAtOrAfter(range.startLine());
    return next < edits.size() && edits.get(next).getBeginB() < range.endLine();
  }

  /**
   * Where a line of the new side that is not added stood.
   *
   * @param newLine from 1
   * @return from 1
   */
  int oldLine(int newLine) {
    int next = firstEndingAtOrAfter(newLine);
    return next == 0
        ? newLine
        : newLine + edits.get(next - 1).getEndA() - edits.get(next - 1).getEndB();
  }

  /** Index of the first edit whose new side ends at a line (from 1) or after it, by bisection. */
  private int firstEndingAtOrAfter(int line) {
    int low = 0;
    int high = edits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edits.get(middle).getEndB() < line) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
