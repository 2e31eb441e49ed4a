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

import java.util.Optional;

/**
 * How it was found what a version of a file holds: enough to tell that another one holds the same,
 * if in other lines. Immutable.
 */
public interface ScanTrace {
  /**
   * How the same would be found in another version.
   *
   * @param text the other version, of characters that are one byte each
   * @param content its bytes
   * @param common what stands in both
   * @return empty when it may hold anything else, or hold it outside of what stands in both
   */
  Optional<ScanTrace> in(SourceText text, byte[] content, CommonLines common);

  /** About how many bytes of memory it takes. */
  int weight();
}
