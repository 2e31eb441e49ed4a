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

package com.googlesource.gerrit.plugins.eventletguard.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.util.IntList;
import org.eclipse.jgit.util.RawParseUtils;

/**
 * The whole lines that two versions of a file have in common, in their order. Lines end in {@code
 * \n}; what follows the last one is a line too.
 */
public final class CommonLines {
  /** So many bytes are compared at once. */
  private static final int BLOCK = 1024;

  /**
   * Lines that stand together in both versions.
   *
   * @param oldStart offset of the first one's first byte
   * @param newStart the same in the new version
   * @param length in bytes
   * @param down how many lines further down they stand in the new version
   */
  public record Run(int oldStart, int newStart, int length, int down) {
    /** The offset after them. */
    public int oldEnd() {
      return oldStart + length;
    }

    /** The offset after them in the new version. */
    public int newEnd() {
      return newStart + length;
    }

    /** How many bytes further on they stand in the new version. */
    public int shift() {
      return newStart - oldStart;
    }
  }

  private final byte[] newContent;
  private final List<Run> runs = new ArrayList<>();

  private CommonLines(byte[] newContent) {
    this.newContent = newContent;
  }

  /** Compares two versions; what they have in common is not looked at line by line. */
  public static CommonLines of(byte[] oldContent, byte[] newContent) {
    CommonLines common = new CommonLines(newContent);
    int first = Arrays.mismatch(oldContent, newContent);
    if (first < 0) {
      common.add(0, 0, newContent.length, 0);
      return common;
    }
    int start = lineStart(newContent, first);
    int end = commonEnd(oldContent, newContent, start);
    common.add(0, 0, start, 0);
    int down = common.addBetween(oldContent, start, end);
    common.add(oldContent.length - end, newContent.length - end, end, down);
    return common;
  }

  private static int lineStart(byte[] content, int offset) {
    int start = offset;
    while (start > 0 && content[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  /** How many bytes at the end are whole lines that both versions have. */
  private static int commonEnd(byte[] oldContent, byte[] newContent, int start) {
    int most = Math.min(oldContent.length, newContent.length) - start;
    int size = 0;
    while (size + BLOCK <= most && isCommon(oldContent, newContent, size + BLOCK, BLOCK)) {
      size += BLOCK;
    }
    while (size < most && isCommon(oldContent, newContent, size + 1, 1)) {
      size++;
    }
    while (size > 0 && !(startsLine(oldContent, size) && startsLine(newContent, size))) {
      size--;
    }
    return size;
  }

  /** Whether both have the same bytes, so many, at such a distance from the end. */
  private static boolean isCommon(byte[] one, byte[] other, int distance, int length) {
    int start = one.length - distance;
    int otherStart = other.length - distance;
    return Arrays.equals(one, start, start + length, other, otherStart, otherStart + length);
  }

  private static boolean startsLine(byte[] content, int distance) {
    return distance == content.length || content[content.length - distance - 1] == '\n';
  }

  /**
   * Adds what is common between the lines at the start and those at the end.
   *
   * @return how many lines more there are in the new version
   */
  private int addBetween(byte[] oldContent, int start, int end) {
    byte[] oldLines = Arrays.copyOfRange(oldContent, start, oldContent.length - end);
    byte[] newLines = Arrays.copyOfRange(newContent, start, newContent.length - end);
    IntList oldStarts = RawParseUtils.lineMap(oldLines, 0, oldLines.length);
    IntList newStarts = RawParseUtils.lineMap(newLines, 0, newLines.length);
    // The first entry of such a map is no line, nor is the last.
    int oldLine = 0;
    int newLine = 0;
    if (oldLines.length > 0 && newLines.length > 0) {
      for (Edit edit :
          new HistogramDiff()
              .diff(RawTextComparator.DEFAULT, new RawText(oldLines), new RawText(newLines))) {
        addLines(start, oldStarts, newStarts, oldLine, newLine, edit.getBeginA());
        oldLine = edit.getEndA();
        newLine = edit.getEndB();
      }
      addLines(start, oldStarts, newStarts, oldLine, newLine, oldStarts.size() - 2);
    }
    return newStarts.size() - oldStarts.size();
  }

  private void addLines(
      int start, IntList oldStarts, IntList newStarts, int oldLine, int newLine, int oldEndLine) {
    int oldStart = oldStarts.get(oldLine + 1);
    add(
        start + oldStart,
        start + newStarts.get(newLine + 1),
        oldStarts.get(oldEndLine + 1) - oldStart,
        newLine - oldLine);
  }

  private void add(int oldStart, int newStart, int length, int down) {
    if (length > 0) {
      runs.add(new Run(oldStart, newStart, length, down));
    }
  }

  /** What stands together in both, in its order. */
  public List<Run> runs() {
    return List.copyOf(runs);
  }

  /** The run that holds all between two offsets of the old version, if there is one. */
  public Optional<Run> around(int oldStart, int oldEnd) {
    int low = 0;
    int high = runs.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (runs.get(middle).oldEnd() < oldEnd) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < runs.size() && runs.get(low).oldStart() <= oldStart
        ? Optional.of(runs.get(low))
        : Optional.empty();
  }

  /** The lines that only the new version has, one after the other. */
  public byte[] added() {
    int common = runs.stream().mapToInt(Run::length).sum();
    byte[] added = new byte[newContent.length - common];
    int size = 0;
    int from = 0;
    for (Run run : runs) {
      System.arraycopy(newContent, from, added, size, run.newStart() - from);
      size += run.newStart() - from;
      from = run.newEnd();
    }
    System.arraycopy(newContent, from, added, size, newContent.length - from);
    return added;
  }
}
