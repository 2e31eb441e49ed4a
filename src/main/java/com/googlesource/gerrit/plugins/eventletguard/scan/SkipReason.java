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

import java.util.Locale;

/** Why a file that could have held usages was not read. Such files are counted, never ignored. */
public enum SkipReason {
  /** Larger than the limit of the {@link Scanner}. */
  TOO_LARGE,
  /** Holds a NUL byte or otherwise is no text. */
  BINARY,
  /** A symbolic link: its content is a path. */
  SYMLINK,
  /** A submodule: its content is another repository's commit. */
  SUBMODULE,
  /** A pointer of Git LFS in place of the content. */
  LFS_POINTER,
  /** It could not be scanned in the time or depth allowed. */
  TOO_COMPLEX,
  /** The change is larger than what one scan may look at. */
  OVER_BUDGET,
  /** The scanner failed on it, which is a defect of Eventlet Guard. */
  FAILED;

  /**
   * Whether the file may hold usages that nobody looked for. A link's content is a path and a
   * submodule's is another repository, so they hide nothing.
   */
  public boolean hidesUsages() {
    return this != SYMLINK && this != SUBMODULE;
  }

  /** The lower-case words used in messages and JSON, with hyphens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
