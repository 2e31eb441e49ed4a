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

import com.googlesource.gerrit.plugins.eventletguard.scan.Range;

/**
 * A part of a file and what is to stand there instead.
 *
 * @param path the file, inside its tree
 * @param range the part, in lines from 1 and UTF-16 characters from 0, end exclusive; a whole line
 *     reaches to the start of the next one, and an empty range is a place to insert at
 * @param text what to put there; empty to delete
 */
public record Replacement(String path, Range range, String text) {
  public Replacement {
    requireNonNull(path, "path");
    requireNonNull(range, "range");
    requireNonNull(text, "text");
  }
}
