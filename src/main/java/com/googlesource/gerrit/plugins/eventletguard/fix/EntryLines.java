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
import java.util.regex.Pattern;

/**
 * Deletes entries that stand on lines of their own, with the comments that are about them, so that
 * no blank lines pile up.
 */
final class EntryLines {
  /** An option that is commented out is no comment on another one. */
  private static final Pattern COMMENTED_OPTION =
      Pattern.compile("[#;]\\s?(?:[\\w.-]+\\s*=|[a-z0-9]+_\\w+:).*");

  private final SourceText text;

  EntryLines(SourceText text) {
    this.text = text;
  }

  /** Whether nothing but white space stands on the lines of a part before and after it. */
  boolean standsAlone(int start, int end) {
    return before(start).isBlank() && after(end).isBlank();
  }

  /** What stands on the line of an offset before it. */
  String before(int offset) {
    return text.text().substring(text.lineStart(text.lineAt(offset)), offset);
  }

  /** What stands on the line of an offset from it on. */
  String after(int offset) {
    return text.text().substring(offset, endOfLine(text.lineAt(offset))).strip();
  }

  /**
   * Deletes an entry.
   *
   * @param first its first line, from 1
   * @param last its last line
   * @param name its name, by which a comment may call it
   */
  Edit delete(int first, int last, String name) {
    return deleteLines(firstOfComment(first, last, name), last);
  }

  /** Deletes lines, and the blank ones that would stand next to others. */
  Edit deleteLines(int first, int last) {
    int above = blankLinesAbove(first);
    int below = blankLinesBelow(last);
    int start = first;
    int end = last;
    if (isEndOfFile(last + below + 1)) {
      // Nothing follows, so nothing needs to be set off.
      start -= Math.min(above, first - 1);
      end += below;
    } else if (first - above == 1) {
      end += below;
    } else {
      end += Math.min(above, below);
    }
    return Edit.delete(
        text.lineStart(start), end < text.lineCount() ? text.lineStart(end + 1) : endOfText());
  }

  private int endOfText() {
    return text.text().length();
  }

  private int endOfLine(int line) {
    return line < text.lineCount() ? text.lineStart(line + 1) : endOfText();
  }

  /** Whether a line is not there; the empty one after the last line break is none either. */
  private boolean isEndOfFile(int line) {
    return line > text.lineCount()
        || (line == text.lineCount() && text.lineStart(line) == endOfText());
  }

  private int blankLinesAbove(int first) {
    int line = first - 1;
    while (line >= 1 && text.line(line).isBlank()) {
      line--;
    }
    return first - 1 - line;
  }

  private int blankLinesBelow(int last) {
    int line = last + 1;
    while (!isEndOfFile(line) && text.line(line).isBlank()) {
      line++;
    }
    return line - last - 1;
  }

  /**
   * The first line of the comment directly above that is about this entry: it names it, or the
   * entry is the only one below it. What stands at the top of a file is about the file.
   */
  private int firstOfComment(int first, int last, String name) {
    int start = first;
    while (start > 1 && isCommentOf(start - 1, first)) {
      start--;
    }
    if (start == first) {
      return first;
    }
    boolean named = false;
    for (int line = start; line < first; line++) {
      named |= text.line(line).contains(name);
    }
    return named || (start > 1 && isLastOfGroup(last)) ? start : first;
  }

  private boolean isCommentOf(int line, int entry) {
    String comment = text.line(line);
    return isComment(comment.strip())
        && indentation(comment) == indentation(text.line(entry))
        && !COMMENTED_OPTION.matcher(comment.strip()).matches();
  }

  private boolean isLastOfGroup(int last) {
    if (isEndOfFile(last + 1)) {
      return true;
    }
    String next = text.line(last + 1).strip();
    return next.isEmpty() || isComment(next) || next.startsWith("[");
  }

  private static boolean isComment(String line) {
    return line.startsWith("#") || line.startsWith(";");
  }

  static int indentation(String line) {
    return line.length() - line.stripLeading().length();
  }
}
