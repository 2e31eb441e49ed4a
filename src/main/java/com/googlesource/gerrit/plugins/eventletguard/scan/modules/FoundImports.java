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

package com.googlesource.gerrit.plugins.eventletguard.scan.modules;

import com.googlesource.gerrit.plugins.eventletguard.scan.CommonLines;
import com.googlesource.gerrit.plugins.eventletguard.scan.CommonLines.Run;
import java.util.Optional;

/**
 * What a Python file imports, and what of it tells that.
 *
 * @param places offsets at which what was read starts and ends, each pair for some of it
 * @param length of the file, in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FoundImports(ImportDigest digest, int[] places, int length) {
  /** No imports. */
  public static final FoundImports NONE = new FoundImports(ImportDigest.NONE, new int[0], 0);

  /**
   * The imports of another version of the file; empty unless they are the same.
   *
   * @param common what stands in both
   * @param newLength of that version, in bytes
   */
  public Optional<FoundImports> in(CommonLines common, int newLength) {
    if (ImportReader.mayTell(common.added())) {
      return Optional.empty();
    }
    int[] now = places.clone();
    for (int i = 0; i < now.length; i += 2) {
      Optional<Run> run = common.around(now[i], now[i + 1]);
      // Where the file ends, more may follow.
      if (run.isEmpty() || (now[i + 1] == length && run.get().newEnd() < newLength)) {
        return Optional.empty();
      }
      now[i] += run.get().shift();
      now[i + 1] += run.get().shift();
    }
    return Optional.of(new FoundImports(digest, now, newLength));
  }
}
