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

import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import java.util.Optional;

/**
 * A thread of inline comments that the reviewer started on a patch set of the change.
 *
 * @param patchSet the patch set that it stands on, from 1
 * @param path the file, in that patch set
 * @param range its range, in that patch set
 * @param heading what it is about
 * @param sourceText the text at its range as that patch set has it; empty when it is not known
 */
public record ReviewThread(
    int patchSet, String path, Range range, Heading heading, Optional<String> sourceText) {
  public ReviewThread {
    requireNonNull(path, "path");
    requireNonNull(range, "range");
    requireNonNull(heading, "heading");
    requireNonNull(sourceText, "sourceText");
  }
}
