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

package com.googlesource.gerrit.plugins.eventletguard.report.html;

import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The code around findings. */
public final class Excerpts {
  /** Without any code. */
  public static final Excerpts NONE = new Excerpts(Map.of());

  /** So many lines are shown before and after a finding. */
  private static final int AROUND = 2;

  /** Of a finding that is longer, its first lines are shown. */
  private static final int MOST_LINES = 12;

  /** Of a line that is longer, its beginning is shown. */
  private static final int MOST_CHARACTERS = 400;

  private final Map<String, SourceText> files;

  /**
   * @param files by path, those that have findings
   */
  public Excerpts(Map<String, SourceText> files) {
    this.files = Map.copyOf(files);
  }

  /**
   * A line, cut at the part of it that a range covers.
   *
   * @param number from 1
   */
  record Line(int number, String before, String marked, String after) {}

  /** The lines around a range; none when the file is not known. */
  List<Line> around(String path, Range range) {
    SourceText text = files.get(path);
    List<Line> lines = new ArrayList<>();
    if (text == null) {
      return lines;
    }
    int last =
        Math.min(
            Math.min(text.lineCount(), range.endLine() + AROUND), range.startLine() + MOST_LINES);
    for (int number = Math.max(1, range.startLine() - AROUND); number <= last; number++) {
      lines.add(line(number, text.line(number), range));
    }
    return lines;
  }

  /** As much of a line as is shown. */
  static String shown(String line) {
    return line.substring(0, Math.min(line.length(), MOST_CHARACTERS)).stripTrailing();
  }

  private static Line line(int number, String whole, Range range) {
    String source = shown(whole);
    boolean outside = number < range.startLine() || number > range.endLine();
    int start =
        outside
            ? source.length()
            : number > range.startLine() ? 0 : Math.min(range.startCharacter(), source.length());
    int end =
        outside || number < range.endLine()
            ? source.length()
            : Math.min(range.endCharacter(), source.length());
    return new Line(
        number,
        source.substring(0, start),
        source.substring(start, Math.max(start, end)),
        source.substring(Math.max(start, end)));
  }
}
