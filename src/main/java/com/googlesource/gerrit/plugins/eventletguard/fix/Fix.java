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

import java.util.List;

/**
 * Edits that take one finding away without changing what the program does.
 *
 * @param description what they do, as a sentence in the imperative without a full stop
 * @param replacements at least one, in the order of the file; they do not overlap or touch
 * @param lines the same by whole lines, in the order of the file
 * @param plain whether the file is UTF-8 without a byte-order mark, so that every tool means the
 *     same characters by its ranges
 */
public record Fix(
    String description, List<Replacement> replacements, List<ChangedLines> lines, boolean plain) {
  public Fix {
    requireNonNull(description, "description");
    replacements = List.copyOf(replacements);
    lines = List.copyOf(lines);
    if (replacements.isEmpty()) {
      throw new IllegalArgumentException("a fix without replacements: " + description);
    }
  }
}
