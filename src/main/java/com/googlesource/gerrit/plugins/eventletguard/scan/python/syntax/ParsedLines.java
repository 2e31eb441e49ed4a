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

import java.util.Arrays;

/**
 * The lines of a text as the parser counts them, from 1.
 *
 * @param starts offset of the first character of each
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ParsedLines(int[] starts) {
  static ParsedLines of(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      if (endsLine(text, i)) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = i + 1;
      }
    }
    return new ParsedLines(Arrays.copyOf(starts, count));
  }

  /** Whether the parser starts a new line after a character. */
  static boolean endsLine(String text, int offset) {
    char c = text.charAt(offset);
    return c == '\n'
        || (c == '\r' && (offset + 1 == text.length() || text.charAt(offset + 1) != '\n'));
  }

  int count() {
    return starts.length;
  }

  int start(int line) {
    return starts[line - 1];
  }

  /** The line that an offset stands in. */
  int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
