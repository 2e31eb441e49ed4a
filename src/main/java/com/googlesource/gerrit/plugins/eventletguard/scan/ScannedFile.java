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

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Export;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.ImportDigest;
import java.util.List;
import java.util.Optional;

/**
 * What one file holds before any rule has spoken about it. It depends on nothing but the file's
 * path and bytes, on what the catalog's rules look for and on what other modules offer to it, so
 * that it can be kept and asked for again by whoever meets the same file.
 *
 * @param usages in {@link Usage#ORDER}
 * @param skipped why the file was not read; empty when it was
 * @param declarations of options that the rules may mean
 * @param exports what a module of Python offers to others of what is looked for
 * @param imports what a module of Python imports
 */
public record ScannedFile(
    List<Usage> usages,
    Optional<SkipReason> skipped,
    List<OptionDeclaration> declarations,
    List<Export> exports,
    ImportDigest imports) {
  /** A file without usages. */
  public static final ScannedFile NOTHING = new ScannedFile(List.of(), Optional.empty());

  public ScannedFile {
    usages = List.copyOf(usages);
    requireNonNull(skipped, "skipped");
    declarations = List.copyOf(declarations);
    exports = List.copyOf(exports);
    requireNonNull(imports, "imports");
  }

  /** A file that is no module of Python. */
  public ScannedFile(List<Usage> usages, Optional<SkipReason> skipped) {
    this(usages, skipped, List.of(), List.of(), ImportDigest.NONE);
  }

  /** The same file with what it imports. */
  ScannedFile importing(ImportDigest what) {
    return new ScannedFile(usages, skipped, declarations, exports, what);
  }

  /** A file that was not read. */
  public static ScannedFile skipped(SkipReason reason) {
    return new ScannedFile(List.of(), Optional.of(reason));
  }
}
