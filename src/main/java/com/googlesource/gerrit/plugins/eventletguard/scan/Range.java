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

import java.util.Objects;

/**
 * A part of a text file, in Gerrit's terms.
 *
 * @param startLine first line, from 1; lines split on {@code \n} only
 * @param startCharacter first character in its line, from 0, in UTF-16 units; a byte-order mark
 *     does not count
 * @param endLine line of the end, from 1
 * @param endCharacter character after the last one, from 0, in UTF-16 units
 */
public record Range(int startLine, int startCharacter, int endLine, int endCharacter)
    implements Comparable<Range> {

  public Range {
    if (startLine < 1
        || startCharacter < 0
        || endLine < startLine
        || (endLine == startLine && endCharacter < startCharacter)) {
      throw new IllegalArgumentException(
          "not a range: %d:%d to %d:%d"
              .formatted(startLine, startCharacter, endLine, endCharacter));
    }
  }

  /** The same part, some lines further down. */
  Range down(int lines) {
    return new Range(startLine + lines, startCharacter, endLine + lines, endCharacter);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Range that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(startLine, startCharacter, endLine, endCharacter);
  }

  @Override
  public int compareTo(Range other) {
    int byLine = Integer.compare(startLine, other.startLine);
    if (byLine != 0) {
      return byLine;
    }
    int byCharacter = Integer.compare(startCharacter, other.startCharacter);
    if (byCharacter != 0) {
      return byCharacter;
    }
    int byEndLine = Integer.compare(endLine, other.endLine);
    return byEndLine != 0 ? byEndLine : Integer.compare(endCharacter, other.endCharacter);
  }
}
