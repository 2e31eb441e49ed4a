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

package com.googlesource.gerrit.plugins.eventletguard.review;

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.fix.Fix;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import java.util.Optional;

/**
 * A comment to start a thread with.
 *
 * @param path the file, in the patch set under review
 * @param range where in it
 * @param message Markdown
 * @param unresolved whether it waits for an answer
 * @param fix the edits to store with it; empty when there are none, or the server does not store
 *     them
 */
public record InlineComment(
    String path, Range range, String message, boolean unresolved, Optional<Fix> fix) {
  public InlineComment {
    requireNonNull(path, "path");
    requireNonNull(range, "range");
    requireNonNull(message, "message");
    requireNonNull(fix, "fix");
  }

  /** Where it stands and its first line, for where it cannot be itself. */
  public String inBrief() {
    return "%s line %d: %s"
        .formatted(Markdown.code(path), range.startLine(), message.lines().findFirst().orElse(""));
  }
}
