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
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.SkipReason;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import java.io.IOException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/** Reads and scans one side of a changed file. */
final class SideScanner {
  private static final byte[] ABSENT = {};

  private final Scanner scanner;
  private final ObjectReader reader;

  SideScanner(Scanner scanner, ObjectReader reader) {
    this.scanner = scanner;
    this.reader = reader;
  }

  /**
   * One side as it was scanned.
   *
   * @param content empty when the side is absent or was not read
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Side(byte[] content, ScanResult result) {
    static Side skipped(SkipReason reason) {
      return new Side(ABSENT, ScanResult.skipped(reason));
    }
  }

  /** Scans the file with this path, mode and blob; nothing when the mode says that it is absent. */
  Side scan(String path, FileMode mode, AnyObjectId blob) throws IOException {
    if (mode.equals(FileMode.MISSING)) {
      return new Side(ABSENT, ScanResult.NOTHING);
    }
    if (mode.equals(FileMode.GITLINK)) {
      return Side.skipped(SkipReason.SUBMODULE);
    }
    if (mode.equals(FileMode.SYMLINK)) {
      return Side.skipped(SkipReason.SYMLINK);
    }
    if (!FileKind.mayBeOfInterest(path)) {
      return new Side(ABSENT, ScanResult.NOTHING);
    }
    ObjectLoader loader = reader.open(blob, Constants.OBJ_BLOB);
    if (loader.getSize() > Scanner.READ_LIMIT) {
      return Side.skipped(SkipReason.TOO_LARGE);
    }
    byte[] content = loader.getCachedBytes(Scanner.READ_LIMIT);
    return new Side(content, scanner.scan(new SourceFile(path, content)));
  }
}
