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

import java.util.List;

/**
 * Whole lines of a file that a fix replaces. Lines are without their {@code \n}; a {@code \r}
 * before it stays.
 *
 * @param first the number of the first one, from 1; where none go, of the line that others are
 *     inserted before
 * @param before what stands there; empty where the fix inserts
 * @param after what is to stand there; empty where the fix deletes
 */
public record ChangedLines(int first, List<String> before, List<String> after) {
  public ChangedLines {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
