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

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.FoundImports;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.ImportDigest;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.ImportReader;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Reexports;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Finds the usages of one file that the rules know: chooses the scanner by the file's kind and asks
 * the catalog about what it finds. Safe for use by several threads. {@link Scanners} makes it.
 *
 * <p>A file that holds none of the rules' words is done without being decoded, whatever its size.
 * Only a file that does hold one, and so could hold a usage, is ever counted as skipped.
 */
public final class Scanner {
  /** Files that are larger, in bytes, are not parsed. */
  public static final int DEFAULT_SIZE_LIMIT = 4 << 20;

  /** Files that are larger, in bytes, need not be read at all: they are too large unseen. */
  public static final int READ_LIMIT = 16 << 20;

  /** How a pointer of Git LFS begins, as its specification (version 1) demands. */
  private static final byte[] LFS_POINTER =
      "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

  private final RuleCatalog catalog;
  private final Map<FileKind, FileScanner> scanners;

  /** Of files in other languages than Python: words without which they hold nothing. */
  private final TriggerSets triggers;

  private final int sizeLimit;
  private final BiConsumer<String, RuntimeException> defects;
  private final Optional<EarlierVersions> versions;

  /**
   * @param scanners those that it is made of; it keeps the map
   * @param triggers words without which files in other languages than Python hold nothing
   */
  Scanner(
      RuleCatalog catalog,
      Map<FileKind, FileScanner> scanners,
      TriggerSets triggers,
      int sizeLimit,
      BiConsumer<String, RuntimeException> defects) {
    this(catalog, scanners, triggers, sizeLimit, defects, Optional.empty());
  }

  private Scanner(
      RuleCatalog catalog,
      Map<FileKind, FileScanner> scanners,
      TriggerSets triggers,
      int sizeLimit,
      BiConsumer<String, RuntimeException> defects,
      Optional<EarlierVersions> versions) {
    this.catalog = requireNonNull(catalog, "catalog");
    this.scanners = scanners;
    this.triggers = triggers;
    this.sizeLimit = sizeLimit;
    this.defects = requireNonNull(defects, "defects");
    this.versions = versions;
  }

  /**
   * This scanner, whose tables took a while to make, with someone else to tell of defects.
   *
   * @param told takes the path of each file that a defect of Eventlet Guard keeps from being
   *     scanned
   */
  public Scanner tellingDefects(BiConsumer<String, RuntimeException> told) {
    return new Scanner(catalog, scanners, triggers, sizeLimit, told, versions);
  }

  /**
   * This scanner with a memory: for whoever scans many versions of the same files. It finds the
   * same, and takes less time for it and more memory, some 50 MB at most.
   */
  public Scanner rememberingVersions() {
    return remembering(new EarlierVersions());
  }

  Scanner remembering(EarlierVersions earlier) {
    return new Scanner(catalog, scanners, triggers, sizeLimit, defects, Optional.of(earlier));
  }

  /** The rules by which it finds. */
  public RuleCatalog catalog() {
    return catalog;
  }

  /** Scans one file; never throws, whatever its bytes are. */
  public ScanResult scan(SourceFile file) {
    return judge(file.path(), read(file));
  }

  /**
   * Looks for usages in one file, before any rule has spoken about them; never throws, whatever its
   * bytes are.
   */
  public ScannedFile read(SourceFile file) {
    return read(file, Reexports.NONE);
  }

  /**
   * Looks for usages in one file of a tree, also for those that come through its other modules.
   *
   * @param reexports what the modules of the tree offer
   */
  public ScannedFile read(SourceFile file, Reexports reexports) {
    Optional<FileKind> kind = FileKind.of(file).filter(scanners::containsKey);
    if (kind.isEmpty()) {
      return ScannedFile.NOTHING;
    }
    if (kind.get() != FileKind.PYTHON) {
      return read(file, kind.get(), reexports, FoundImports.NONE);
    }
    Optional<ScannedFile> told = reexports.isEmpty() ? told(file, reexports) : Optional.empty();
    if (told.isPresent()) {
      return told.get();
    }
    FoundImports imports = ImportReader.find(file);
    return read(file, FileKind.PYTHON, ofUse(file, imports.digest(), reexports), imports)
        .importing(imports.digest());
  }

  /**
   * Looks once more for usages in a file of a tree, now that more is known of its other modules.
   *
   * @param before what it held when less was known
   * @param known what was known then of what they offer
   * @param reexports what the modules of the tree offer
   */
  public ScannedFile readAgain(
      SourceFile file, ScannedFile before, Reexports known, Reexports reexports) {
    Reexports fresh = known.isEmpty() ? reexports : reexports.without(known);
    return ofUse(file, before.imports(), fresh).isEmpty()
        ? before
        : told(file, reexports).orElseGet(() -> read(file, reexports));
  }

  private static Reexports ofUse(SourceFile file, ImportDigest imports, Reexports reexports) {
    return reexports.isEmpty() || reexports.mayBeUsedIn(file.content(), imports)
        ? reexports
        : Reexports.NONE;
  }

  /** What an earlier version tells that a file holds; empty when none does. */
  private Optional<ScannedFile> told(SourceFile file, Reexports reexports) {
    return file.content().length > sizeLimit || isLfsPointer(file.content())
        ? Optional.empty()
        : versions.flatMap(earlier -> earlier.find(file, reexports.digest()));
  }

  private ScannedFile read(
      SourceFile file, FileKind kind, Reexports reexports, FoundImports imports) {
    byte[] content = file.content();
    if (isLfsPointer(content)) {
      return ScannedFile.skipped(SkipReason.LFS_POINTER);
    }
    if (reexports.isEmpty() && !mayHold(file, kind)) {
      return ScannedFile.NOTHING;
    }
    if (content.length > sizeLimit) {
      return ScannedFile.skipped(SkipReason.TOO_LARGE);
    }
    if (holdsNul(content)) {
      return ScannedFile.skipped(SkipReason.BINARY);
    }
    try {
      SourceText text = SourceText.of(file);
      return scan(text, content, scanners.get(kind), reexports, imports);
    } catch (TooComplexException | StackOverflowError e) {
      return ScannedFile.skipped(SkipReason.TOO_COMPLEX);
    } catch (RuntimeException e) {
      // A defect of ours must not cost the review of the other files, nor pass unseen.
      defects.accept(file.path(), e);
      return ScannedFile.skipped(SkipReason.FAILED);
    }
  }

  private ScannedFile scan(
      SourceText text,
      byte[] content,
      FileScanner scanner,
      Reexports reexports,
      FoundImports imports) {
    if (versions.isEmpty()) {
      return marked(text, scanner.scan(text, reexports));
    }
    TracedScan scan = scanner.trace(text, reexports);
    ScannedFile file = marked(text, scan.file());
    scan.trace()
        .ifPresent(
            trace -> versions.get().keep(text, content, reexports.digest(), imports, file, trace));
    return file;
  }

  /** Whether a file holds words without which no rule finds anything in it. */
  private boolean mayHold(SourceFile file, FileKind kind) {
    return switch (kind) {
      case PYTHON -> scanners.get(kind).mayFindIn(file);
      case SETTINGS -> true; // what is wrong in it may be any word
      default -> triggers.occurIn(file.content());
    };
  }

  /** What the rules say about what a file holds. */
  public ScanResult judge(String path, ScannedFile file) {
    return file.usages().isEmpty() && file.skipped().isEmpty() && file.declarations().isEmpty()
        ? ScanResult.NOTHING
        : new ScanResult(findings(path, file.usages()), file.skipped(), file.declarations());
  }

  /** The usages with their marks, where their scanner did not look for marks itself. */
  private static ScannedFile marked(SourceText text, ScannedFile file) {
    if (file.usages().isEmpty() || !Marks.mayHoldOwn(text.text())) {
      return file;
    }
    // A line may be long and hold many usages.
    record Lines(int first, int last) {}
    Map<Lines, List<String>> marks = new HashMap<>();
    return new ScannedFile(
        file.usages().stream()
            .map(
                usage ->
                    usage.surroundings().marks().isEmpty()
                        ? usage.withMarks(
                            marks.computeIfAbsent(
                                new Lines(usage.range().startLine(), usage.range().endLine()),
                                lines -> List.copyOf(Marks.around(text, usage.range()))))
                        : usage)
            .toList(),
        file.skipped(),
        file.declarations(),
        file.exports(),
        file.imports());
  }

  private List<Finding> findings(String path, List<Usage> usages) {
    List<Finding> findings = new ArrayList<>();
    for (Usage usage : usages) {
      catalog
          .match(usage.kind(), usage.symbol(), usage.context())
          .ifPresent(pattern -> findings.add(new Finding(pattern, path, usage)));
    }
    findings.sort(Finding.ORDER);
    return findings;
  }

  private static boolean isLfsPointer(byte[] content) {
    return content.length >= LFS_POINTER.length
        && Arrays.equals(content, 0, LFS_POINTER.length, LFS_POINTER, 0, LFS_POINTER.length);
  }

  private static boolean holdsNul(byte[] content) {
    // The search in strings takes many bytes at a time.
    return new String(content, StandardCharsets.ISO_8859_1).indexOf(0) >= 0;
  }
}
