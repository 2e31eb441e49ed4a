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

import com.googlesource.gerrit.plugins.eventletguard.change.SurveyMemory.Folder;
import com.googlesource.gerrit.plugins.eventletguard.change.SurveyedTree.SurveyedFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.FileKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.ScannedFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.ReexportFinder;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.ReexportRounds;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Reexports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Surveys the Python files of whole trees. Folders that it has seen cost nothing again, so that a
 * new commit costs what it changes. Safe for use by several threads.
 */
public final class TreeSurvey {
  /** Of one tree at most so many bytes are read, which is ten times the largest project. */
  private static final long MOST_BYTES = 256L << 20;

  private final BlobScanner scanner;
  private final SurveyMemory memory;

  /**
   * @param scanner reads the blobs
   * @param memory what earlier surveys found
   */
  public TreeSurvey(BlobScanner scanner, SurveyMemory memory) {
    this.scanner = requireNonNull(scanner, "scanner");
    this.memory = requireNonNull(memory, "memory");
  }

  public BlobScanner scanner() {
    return scanner;
  }

  /**
   * Surveys a tree.
   *
   * @param reader reads the repository's objects; the caller closes it
   * @throws IOException if an object cannot be read; a blob that is missing, as in a partial clone,
   *     only makes the survey incomplete
   */
  public SurveyedTree survey(ObjectReader reader, AnyObjectId tree) throws IOException {
    return survey(reader, tree, SurveyedTree.EMPTY);
  }

  /**
   * Surveys a tree that is much like another one: what its modules offer is told by those in which
   * it differs, as long as that is the same.
   *
   * @param reader reads the repository's objects; the caller closes it
   * @param like surveyed by the same rules
   * @throws IOException if an object cannot be read; a blob that is missing, as in a partial clone,
   *     only makes the survey incomplete
   */
  public SurveyedTree survey(ObjectReader reader, AnyObjectId tree, SurveyedTree like)
      throws IOException {
    ObjectId id = tree.toObjectId();
    Optional<SurveyedTree> known = memory.tree(scanner.rules(), id);
    if (known.isPresent()) {
      return known.get();
    }
    Survey survey = new Survey(reader, like);
    List<SurveyedFile> files = new ArrayList<>();
    survey.folder(id, "").addTo(files);
    SurveyedTree surveyed = new SurveyedTree(files, survey.complete, survey.rounds(files));
    if (survey.complete) {
      memory.keep(scanner.rules(), id, surveyed);
    }
    return surveyed;
  }

  /**
   * Reads the Python files of trees on all processors, so that surveys of these find them in the
   * cache. It is for who has the machine for itself.
   *
   * @param reader reads the repository's objects, as do others that are made from it; the caller
   *     closes it
   * @throws IOException if an object cannot be read; one that is missing is left to the survey
   */
  public void readAhead(ObjectReader reader, List<? extends AnyObjectId> trees) throws IOException {
    try (ReadAhead ahead =
        new ReadAhead(reader, scanner, trees, FileKind::mayBePython, MOST_BYTES)) {
      for (int i = 0; i < trees.size(); i++) {
        ahead.await(i, ReexportRounds.NONE);
      }
    }
  }

  /** One pass over a tree. */
  private final class Survey {
    private final ObjectReader reader;
    private final SurveyedTree like;
    private long bytesLeft = MOST_BYTES;
    private boolean complete = true;

    Survey(ObjectReader reader, SurveyedTree like) {
      this.reader = reader;
      this.like = like;
    }

    Folder folder(ObjectId tree, String path) throws IOException {
      Optional<Folder> known = memory.folder(scanner.rules(), tree, path);
      if (known.isPresent()) {
        return known.get();
      }
      List<SurveyedFile> files = new ArrayList<>();
      List<Folder> inside = new ArrayList<>();
      CanonicalTreeParser entries = new CanonicalTreeParser(null, reader, tree);
      while (!entries.eof()) {
        String entry = path + entries.getEntryPathString();
        FileMode mode = entries.getEntryFileMode();
        if (mode.equals(FileMode.TREE)) {
          Folder folder = folder(entries.getEntryObjectId(), entry + "/");
          if (!folder.isEmpty()) {
            inside.add(folder);
          }
        } else if (mode.getObjectType() == Constants.OBJ_BLOB
            && !mode.equals(FileMode.SYMLINK)
            && FileKind.mayBePython(entry)) {
          file(entries.getEntryObjectId(), entry, files);
        }
        entries = entries.next();
      }
      Folder folder = new Folder(files, inside);
      if (complete) {
        memory.keep(scanner.rules(), tree, path, folder);
      }
      return folder;
    }

    private void file(ObjectId id, String path, List<SurveyedFile> files) throws IOException {
      if (bytesLeft <= 0) {
        complete = false;
        return;
      }
      Blob blob = new Blob(reader, path, id);
      try {
        ScannedFile file = scanner.read(blob, like.rounds());
        if (!file.equals(ScannedFile.NOTHING) || path.endsWith("__init__.py")) {
          files.add(new SurveyedFile(path, id, file));
        }
      } catch (MissingObjectException e) {
        complete = false;
      }
      bytesLeft -= blob.bytesRead();
    }

    ReexportRounds rounds(List<SurveyedFile> files) throws IOException {
      Map<String, ObjectId> ids = new HashMap<>();
      files.forEach(file -> ids.put(file.path(), file.id()));
      ReexportFinder.Reader again =
          importing -> {
            Map<String, ScannedFile> read = new HashMap<>();
            for (Map.Entry<String, Reexports> module : importing.entrySet()) {
              String path = module.getKey();
              read.put(
                  path, scanner.read(new Blob(reader, path, ids.get(path)), module.getValue()));
            }
            return read;
          };
      if (like.rounds().holdWith(like.changesTo(files), again)) {
        return like.rounds();
      }
      SortedMap<String, ScannedFile> byPath = new TreeMap<>();
      files.forEach(file -> byPath.put(file.path(), file.file()));
      return ReexportFinder.findRounds(byPath, again);
    }
  }
}
