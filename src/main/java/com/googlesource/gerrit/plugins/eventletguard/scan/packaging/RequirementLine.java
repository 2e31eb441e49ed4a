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

package com.googlesource.gerrit.plugins.eventletguard.scan.packaging;

import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import java.util.List;

/** One line that is a specifier, or holds one before a comment or pip's own options. */
final class RequirementLine {
  private RequirementLine() {}

  /**
   * The usages of what stands between two offsets of one line.
   *
   * @param start offset of the first character, white space included
   * @param end offset after the last one, a comment included
   */
  static List<Usage> usages(RequirementNames names, SourceText text, int start, int end) {
    String line = text.text().substring(start, end);
    int from = line.length() - line.stripLeading().length();
    int to = endOfSpecifier(line, from);
    return Requirement.parse(line.substring(from, to))
        .map(found -> names.usagesOf(found, text, start + from, start + to))
        .orElse(List.of());
  }

  /** Where a comment, an option such as {@code --hash} or a continuation begins, trimmed. */
  private static int endOfSpecifier(String line, int from) {
    int end = from;
    while (end < line.length()) {
      char one = line.charAt(end);
      boolean afterSpace = end == from || Character.isWhitespace(line.charAt(end - 1));
      if (afterSpace && (one == '#' || line.startsWith("--", end))) {
        break;
      }
      end++;
    }
    while (end > from
        && (Character.isWhitespace(line.charAt(end - 1)) || isContinuation(line, end))) {
      end--;
    }
    return end;
  }

  private static boolean isContinuation(String line, int end) {
    return line.charAt(end - 1) == '\\';
  }
}
