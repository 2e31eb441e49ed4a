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

import static java.util.Objects.requireNonNull;

import java.util.Objects;

/**
 * An edit of one text.
 *
 * @param start offset of the first character to replace, from 0
 * @param end offset after the last one; the start, to insert
 * @param text what to put there
 */
record Edit(int start, int end, String text) {
  Edit {
    requireNonNull(text, "text");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a part of a text: %d to %d".formatted(start, end));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Edit that
        && start == that.start
        && end == that.end
        && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(start, end, text);
  }

  static Edit delete(int start, int end) {
    return new Edit(start, end, "");
  }

  static Edit insert(int offset, String text) {
    return new Edit(offset, offset, text);
  }

  boolean deletes() {
    return text.isEmpty();
  }
}
