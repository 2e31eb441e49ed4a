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

import com.googlesource.gerrit.plugins.eventletguard.change.SurveyedTree.SurveyedFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.FileKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.ScanResult;
import com.googlesource.gerrit.plugins.eventletguard.scan.ScannedFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Reexports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Scans whole trees of a repository, files of every kind. What it has read of one tree it does not
 * read again for the next one: a further commit costs what it changes. One of them is for one
 * repository. Not for several threads.
 */
public final class TreeScanner {
  /** So many folders are remembered; a tree of Nova's size has 700. */
  private static final int MOST_FOLDERS = 20_000;

  /** So many files with findings are remembered; a tree of Nova's size has 300. */
  private static final int MOST_RESULTS = 5_000;

  private final TreeSurvey survey;
  private final BlobScanner scanner;
  private final Map<Place, List<SurveyedFile>> folders = LeastRecentlyUsed.map(MOST_FOLDERS);
  private final Map<FileKey, FileResult> results = LeastRecentlyUsed.map(MOST_RESULTS);

  /** The last tree that was scanned. */
  private SurveyedTree last = SurveyedTree.EMPTY;

  /** What came of its files, each of them. */
  private IdentityHashMap<SurveyedFile, Optional<FileResult>> lastResults = new IdentityHashMap<>();

  /** The same folder elsewhere holds other files: what they are depends on their paths. */
  private record Place(ObjectId tree, String path) {}

  /** All that decides what is found in a file of this repository. */
  private record FileKey(ObjectId id, String path, String imported) {}

  /**
   * What one file of a tree holds. As long as it is remembered, the same file with the same result
   * is the same object in every tree.
   */
  public record FileResult(String path, ScanResult result) {}

  /**
   * What a tree holds.
   *
   * @param files those in which something was found, and those that were not read
   * @param complete whether all of the tree was there to be read
   */
  public record Result(List<FileResult> files, boolean complete) {
    public Result {
      files = List.copyOf(files);
    }

    /** What was found, file by file. */
    public List<Finding> findings() {
      return files.stream().flatMap(file -> file.result().findings().stream()).toList();
    }

    /** The files that were not read. */
    public List<SkippedFile> skipped() {
      return files.stream()
          .flatMap(
              file ->
                  file.result().skipped().stream()
                      .map(reason -> new SkippedFile(file.path(), reason)))
          .toList();
    }
  }

  /**
   * @param survey knows the Python files of trees
   */
  public TreeScanner(TreeSurvey survey) {
    this.survey = requireNonNull(survey, "survey");
    this.scanner = survey.scanner();
  }

  /**
   * Scans a tree; symbolic links and submodules are left out.
   *
   * @param reader reads the repository's objects; the caller closes it
   * @throws IOException if an object cannot be read; a blob that is missing, as in a partial clone,
   *     only makes the result incomplete
   */
  public Result scan(ObjectReader reader, AnyObjectId tree) throws IOException {
    SurveyedTree surveyed = survey.survey(reader, tree, last);
    List<FileResult> found = new ArrayList<>();
    IdentityHashMap<SurveyedFile, Optional<FileResult>> fresh = new IdentityHashMap<>();
    boolean sameOffers = surveyed.rounds().equals(last.rounds());
    for (SurveyedFile file : surveyed.files()) {
      Optional<FileResult> known = sameOffers ? lastResults.get(file) : null;
      Optional<FileResult> result =
          known == null ? result(reader, file, surveyed.reexports()) : known;
      fresh.put(file, result);
      result.ifPresent(found::add);
    }
    last = surveyed;
    lastResults = fresh;
    boolean complete = surveyed.complete();
    for (SurveyedFile file : folder(reader, tree.toObjectId(), "")) {
      complete &= !file.file().equals(ScannedFile.NOTHING);
      result(reader, file, Reexports.NONE).ifPresent(found::add);
    }
    return new Result(found, complete);
  }

  /**
   * Scans trees one after the other, each of which is much like the one before. What they add is
   * read on all processors.
   *
   * @param reader reads the repository's objects; the caller closes it
   * @param results takes what each tree holds, in their order
   * @throws IOException as {@link #scan} does
   */
  public void scanInTurn(
      ObjectReader reader, List<? extends AnyObjectId> trees, Consumer<Result> results)
      throws IOException {
    try (ReadAhead ahead =
        new ReadAhead(reader, scanner, trees, FileKind::mayBeOfInterest, Long.MAX_VALUE)) {
      for (int i = 0; i < trees.size(); i++) {
        ahead.await(i, last.rounds());
        results.accept(scan(reader, trees.get(i)));
      }
    }
  }

  /** What a file holds; empty when that is nothing, and it was read. */
  private Optional<FileResult> result(ObjectReader reader, SurveyedFile file, Reexports reexports)
      throws IOException {
    Reexports imported = reexports.importedBy(file.file().imports());
    if (file.file().usages().isEmpty() && file.file().skipped().isEmpty() && imported.isEmpty()) {
      return Optional.empty();
    }
    FileKey key = new FileKey(file.id(), file.path(), imported.digest());
    FileResult result = results.get(key);
    if (result == null) {
      ScannedFile read =
          imported.isEmpty()
              ? file.file()
              : scanner.read(new Blob(reader, file.path(), file.id()), imported);
      result = new FileResult(file.path(), scanner.judge(file.path(), read));
      results.put(key, result);
    }
    return Optional.of(result).filter(it -> !it.result().equals(ScanResult.NOTHING));
  }

  /**
   * The files of a folder, and below, that are not Python and hold something or were not read;
   * {@link ScannedFile#NOTHING} when the object is missing.
   */
  private List<SurveyedFile> folder(ObjectReader reader, ObjectId tree, String path)
      throws IOException {
    Place place = new Place(tree, path);
    List<SurveyedFile> known = folders.get(place);
    if (known != null) {
      return known;
    }
    List<SurveyedFile> files = new ArrayList<>();
    CanonicalTreeParser entries = new CanonicalTreeParser(null, reader, tree);
    while (!entries.eof()) {
      String entry = path + entries.getEntryPathString();
      FileMode mode = entries.getEntryFileMode();
      if (mode.equals(FileMode.TREE)) {
        files.addAll(folder(reader, entries.getEntryObjectId(), entry + "/"));
      } else if (mode.getObjectType() == Constants.OBJ_BLOB
          && !mode.equals(FileMode.SYMLINK)
          && FileKind.mayBeOfInterest(entry)
          && !FileKind.mayBePython(entry)) {
        file(reader, entries.getEntryObjectId(), entry, files);
      }
      entries = entries.next();
    }
    List<SurveyedFile> found = List.copyOf(files);
    folders.put(place, found);
    return found;
  }

  private void file(ObjectReader reader, ObjectId id, String path, List<SurveyedFile> files)
      throws IOException {
    try {
      ScannedFile file = scanner.read(new Blob(reader, path, id));
      if (!file.usages().isEmpty() || file.skipped().isPresent()) {
        files.add(new SurveyedFile(path, id, file));
      }
    } catch (MissingObjectException e) {
      // It is kept like this, so that every tree that holds it is known to be incomplete.
      files.add(new SurveyedFile(path, id, ScannedFile.NOTHING));
    }
  }
}
