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

package com.googlesource.gerrit.plugins.eventletguard.change;

import com.googlesource.gerrit.plugins.eventletguard.scan.FileKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.ScanResult;
import com.googlesource.gerrit.plugins.eventletguard.scan.SkipReason;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Reexports;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectReader;

/** Reads and scans one side of a changed file. */
final class SideScanner {
  private static final byte[] ABSENT = {};

  private final BlobScanner scanner;
  private final ObjectReader reader;

  SideScanner(BlobScanner scanner, ObjectReader reader) {
    this.scanner = scanner;
    this.reader = reader;
  }

  /**
   * One side as it was scanned.
   *
   * @param blob empty when the side is absent or holds nothing to scan
   */
  record Side(Optional<Blob> blob, ScanResult result) {
    static Side skipped(SkipReason reason) {
      return new Side(Optional.empty(), ScanResult.skipped(reason));
    }

    /** The same without its content in memory; who asks for that reads it again. */
    Side released() {
      return new Side(blob.map(Blob::unread), result);
    }

    /** Its bytes; none when it is absent or was not read. */
    byte[] content() throws IOException {
      return blob.isPresent() && result.skipped().isEmpty() ? blob.get().content() : ABSENT;
    }
  }

  /**
   * Scans a file of a tree; nothing when its mode says that it is absent.
   *
   * @param reexports what the modules of the tree offer
   */
  Side scan(String path, FileMode mode, AnyObjectId id, Reexports reexports) throws IOException {
    if (mode.equals(FileMode.MISSING)) {
      return new Side(Optional.empty(), ScanResult.NOTHING);
    }
    if (mode.equals(FileMode.GITLINK)) {
      return Side.skipped(SkipReason.SUBMODULE);
    }
    if (mode.equals(FileMode.SYMLINK)) {
      return Side.skipped(SkipReason.SYMLINK);
    }
    Blob blob = new Blob(reader, path, id);
    return new Side(Optional.of(blob), scanner.scan(blob, reexports));
  }

  /** A file of a tree that there is no more time for. */
  static Side beyondBudget(String path, FileMode mode) {
    return canHoldUsages(path, mode)
        ? Side.skipped(SkipReason.OVER_BUDGET)
        : new Side(Optional.empty(), ScanResult.NOTHING);
  }

  /** Whether rules could be about a file. */
  static boolean canHoldUsages(String path, FileMode mode) {
    return mode.getObjectType() == Constants.OBJ_BLOB
        && !mode.equals(FileMode.SYMLINK)
        && FileKind.mayBeOfInterest(path);
  }
}
