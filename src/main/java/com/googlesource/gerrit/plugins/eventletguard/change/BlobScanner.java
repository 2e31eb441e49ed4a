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

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.scan.FileKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.ScanResult;
import com.googlesource.gerrit.plugins.eventletguard.scan.ScannedFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.SkipReason;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.ScanCache;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.ScanKey;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.ReexportRounds;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Reexports;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Scans the blobs of repositories, each of them once for as long as a cache remembers it. Safe for
 * use by several threads.
 */
public final class BlobScanner {
  /** What is told anew each time: a defect must show, and a limit is no property of the file. */
  private static final Set<SkipReason> NOT_KEPT =
      EnumSet.of(SkipReason.FAILED, SkipReason.TOO_LARGE);

  private final Scanner scanner;
  private final ScanCache cache;

  public BlobScanner(Scanner scanner, ScanCache cache) {
    this.scanner = requireNonNull(scanner, "scanner");
    this.cache = requireNonNull(cache, "cache");
  }

  /**
   * What a blob holds, before any rule has spoken about it.
   *
   * @throws IOException if the object cannot be read
   */
  public ScannedFile read(Blob blob) throws IOException {
    return FileKind.mayBeOfInterest(blob.path())
        ? cached(blob, Reexports.NONE, scanner::read)
        : ScannedFile.NOTHING;
  }

  /**
   * What a blob holds by itself. What it holds through modules like those of a tree will be asked
   * for next, and is kept as well, as long as its content is at hand.
   *
   * @param rounds what those modules offer
   * @throws IOException if the object cannot be read
   */
  ScannedFile read(Blob blob, ReexportRounds rounds) throws IOException {
    ScannedFile alone = read(blob);
    if (blob.bytesRead() > 0) {
      for (Reexports offered : rounds.offeredTo(alone.imports())) {
        read(blob, offered);
      }
    }
    return alone;
  }

  /**
   * What a blob of a tree holds, also through the other modules of the tree.
   *
   * @param reexports what those offer
   * @throws IOException if the object cannot be read
   */
  public ScannedFile read(Blob blob, Reexports reexports) throws IOException {
    ScannedFile alone = read(blob);
    Reexports imported = reexports.importedBy(alone.imports());
    return imported.isEmpty()
        ? alone
        : cached(blob, imported, file -> scanner.readAgain(file, alone, Reexports.NONE, imported));
  }

  private ScannedFile cached(
      Blob blob, Reexports reexports, Function<SourceFile, ScannedFile> reading)
      throws IOException {
    ScanKey key =
        new ScanKey(cache.engine(), rules() + reexports.digest(), blob.id().name(), blob.path());
    Optional<ScannedFile> known = cache.find(key);
    if (known.isPresent()) {
      return known.get();
    }
    if (blob.size() > Scanner.READ_LIMIT) {
      return ScannedFile.skipped(SkipReason.TOO_LARGE);
    }
    ScannedFile read = reading.apply(new SourceFile(blob.path(), blob.content()));
    if (read.skipped().filter(NOT_KEPT::contains).isEmpty()) {
      cache.keep(key, read);
    }
    return read;
  }

  /**
   * What a blob of a tree holds, as the rules see it.
   *
   * @param reexports what the modules of the tree offer
   * @throws IOException if the object cannot be read
   */
  public ScanResult scan(Blob blob, Reexports reexports) throws IOException {
    return judge(blob.path(), read(blob, reexports));
  }

  /** Digest of what the rules look for. */
  String rules() {
    return scanner.catalog().recognitionDigest();
  }

  /** What the rules say about what a file holds. */
  public ScanResult judge(String path, ScannedFile file) {
    return scanner.judge(path, file);
  }
}
