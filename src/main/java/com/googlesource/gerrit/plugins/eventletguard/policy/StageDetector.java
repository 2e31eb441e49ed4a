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

package com.googlesource.gerrit.plugins.eventletguard.policy;

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.change.Blob;
import com.googlesource.gerrit.plugins.eventletguard.change.BlobScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.FileKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Computes the stage of a branch from its tree. Folders that it has seen cost nothing again, so
 * that a new commit costs what it changes. Safe for use by several threads.
 */
public final class StageDetector {
  /** So many folders are remembered; a tree of Nova's size has 700. */
  private static final int MOST_FOLDERS = 20_000;

  /** Of one tree at most so many bytes are read, which is ten times the largest project. */
  private static final long MOST_BYTES = 256L << 20;

  private record Folder(ObjectId tree, String path, BranchSettings settings) {}

  private final BlobScanner scanner;

  private final Map<Folder, TreeFacts> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Folder, TreeFacts> eldest) {
              return size() > MOST_FOLDERS;
            }
          });

  /**
   * @param scanner finds the usages
   */
  public StageDetector(BlobScanner scanner) {
    this.scanner = requireNonNull(scanner, "scanner");
  }

  /** The stage that settings give, or that of what stands in a tree, all of which was scanned. */
  public static Stage stage(BranchSettings settings, Collection<Finding> findings) {
    return settings.stage().orElseGet(() -> TreeFacts.of(findings, settings).stage());
  }

  /**
   * The stage that settings give, or that of a tree.
   *
   * @throws IOException if an object cannot be read
   */
  public Stage stage(BranchSettings settings, ObjectReader reader, AnyObjectId tree)
      throws IOException {
    return settings.stage().isPresent()
        ? settings.stage().get()
        : new Survey(settings, reader).stage(tree.toObjectId());
  }

  /** One pass over a tree. */
  private final class Survey {
    private final BranchSettings settings;
    private final Paths paths;
    private final ObjectReader reader;
    private long bytesLeft = MOST_BYTES;

    Survey(BranchSettings settings, ObjectReader reader) {
      this.settings = settings;
      this.paths = new Paths(settings);
      this.reader = reader;
    }

    Stage stage(ObjectId tree) throws IOException {
      TreeFacts facts = folder(tree, "");
      // What was not read may hold anything, so that nothing can be said to be removed.
      return bytesLeft > 0 || facts.usage() ? facts.stage() : Stage.EVENTLET;
    }

    private TreeFacts folder(ObjectId tree, String path) throws IOException {
      if (paths.isTest(path)) {
        return TreeFacts.NONE;
      }
      Folder folder = new Folder(tree, path, settings);
      TreeFacts facts = known.get(folder);
      if (facts != null) {
        return facts;
      }
      facts = TreeFacts.NONE;
      CanonicalTreeParser entries = new CanonicalTreeParser(null, reader, tree);
      while (!entries.eof() && !facts.equals(TreeFacts.ALL) && bytesLeft > 0) {
        String entry = path + entries.getEntryPathString();
        FileMode mode = entries.getEntryFileMode();
        ObjectId id = entries.getEntryObjectId();
        if (mode.equals(FileMode.TREE)) {
          facts = facts.and(folder(id, entry + "/"));
        } else if (mode.getObjectType() == Constants.OBJ_BLOB && !mode.equals(FileMode.SYMLINK)) {
          facts = facts.and(file(id, entry));
        }
        entries = entries.next();
      }
      if (bytesLeft > 0) {
        known.put(folder, facts);
      }
      return facts;
    }

    private TreeFacts file(ObjectId id, String path) throws IOException {
      if (!FileKind.mayBePython(path) || paths.isTest(path)) {
        return TreeFacts.NONE;
      }
      Blob blob = new Blob(reader, path, id);
      TreeFacts facts = TreeFacts.of(scanner.scan(blob).findings(), settings);
      bytesLeft -= blob.bytesRead();
      return facts;
    }
  }
}
