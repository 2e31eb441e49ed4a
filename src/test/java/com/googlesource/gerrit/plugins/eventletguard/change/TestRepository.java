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

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanners;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.ScanCache;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** A repository in memory in which a test writes trees and commits, and asks about changes. */
public final class TestRepository implements AutoCloseable {
  private final InMemoryRepository repository =
      new InMemoryRepository(new DfsRepositoryDescription("test"));
  private final ChangeScanner scanner;

  TestRepository() {
    this(ScanCache.NONE);
  }

  /**
   * @param cache keeps what was found in a file
   */
  public TestRepository(ScanCache cache) {
    this(cache, ScanBudget.UNLIMITED);
  }

  TestRepository(ScanCache cache, ScanBudget budget) {
    scanner =
        new ChangeScanner(
            new TreeSurvey(
                new BlobScanner(
                    Scanners.standard(
                        RuleCatalog.builtIn(),
                        (path, defect) -> {
                          throw defect;
                        }),
                    cache),
                new SurveyMemory()),
            budget);
  }

  /** Writes a tree of regular files: path to text. */
  public ObjectId tree(Map<String, String> files) throws IOException {
    Map<String, Entry> entries = new TreeMap<>();
    files.forEach((path, text) -> entries.put(path, new Entry(FileMode.REGULAR_FILE, text)));
    return treeOf(entries);
  }

  /** A file of any mode; a submodule's content is the commit's name in hexadecimal. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Entry(FileMode mode, byte[] content) {
    Entry(FileMode mode, String text) {
      this(mode, Constants.encode(text));
    }
  }

  /** Writes a tree of files of any mode. */
  ObjectId treeOf(Map<String, Entry> files) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      DirCache index = DirCache.newInCore();
      DirCacheBuilder builder = index.builder();
      for (Map.Entry<String, Entry> file : files.entrySet()) {
        DirCacheEntry entry = new DirCacheEntry(file.getKey());
        entry.setFileMode(file.getValue().mode());
        entry.setObjectId(
            file.getValue().mode().equals(FileMode.GITLINK)
                ? ObjectId.fromString(file.getValue().content(), 0)
                : inserter.insert(Constants.OBJ_BLOB, file.getValue().content()));
        builder.add(entry);
      }
      builder.finish();
      ObjectId tree = index.writeTree(inserter);
      inserter.flush();
      return tree;
    }
  }

  /** The id of a file with a text. */
  ObjectId id(String text) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      return inserter.idFor(Constants.OBJ_BLOB, Constants.encode(text));
    }
  }

  /** Commits a tree on top of parents. */
  public ObjectId commit(ObjectId tree, ObjectId... parents) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      PersonIdent author = new PersonIdent("Ada", "ada@example.org");
      ObjectId id = inserter.insert(builder(author, "A change", tree, parents));
      inserter.flush();
      return id;
    }
  }

  /** Commits a tree twice, so that the names of the commits begin with the same seven digits. */
  List<ObjectId> commitsAlikeInSevenDigits(ObjectId tree, ObjectId parent) throws IOException {
    PersonIdent author = new PersonIdent("Ada", "ada@example.org", Instant.EPOCH, ZoneOffset.UTC);
    Map<String, CommitBuilder> seen = new HashMap<>();
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      // By the birthday paradox two of some ten thousands do.
      for (int i = 0; ; i++) {
        CommitBuilder commit = builder(author, "Attempt " + i, tree, parent);
        ObjectId id = inserter.idFor(Constants.OBJ_COMMIT, commit.build());
        CommitBuilder other = seen.put(id.name().substring(0, 7), commit);
        if (other != null) {
          List<ObjectId> ids = List.of(inserter.insert(other), inserter.insert(commit));
          inserter.flush();
          return ids;
        }
      }
    }
  }

  private static CommitBuilder builder(
      PersonIdent author, String message, ObjectId tree, ObjectId... parents) {
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(tree);
    commit.setParentIds(parents);
    commit.setAuthor(author);
    commit.setCommitter(author);
    commit.setMessage(message);
    return commit;
  }

  /** What one tree has that another has not. */
  ChangeReport diff(Map<String, String> before, Map<String, String> after) throws IOException {
    return diff(tree(before), tree(after));
  }

  /** The same of files with any bytes. */
  ChangeReport diffBytes(Map<String, byte[]> before, Map<String, byte[]> after) throws IOException {
    return diff(treeOfBytes(before), treeOfBytes(after));
  }

  private ObjectId treeOfBytes(Map<String, byte[]> files) throws IOException {
    Map<String, Entry> entries = new TreeMap<>();
    files.forEach((path, bytes) -> entries.put(path, new Entry(FileMode.REGULAR_FILE, bytes)));
    return treeOf(entries);
  }

  private ChangeReport diff(ObjectId oldTree, ObjectId newTree) throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      return scanner.scan(reader, oldTree, newTree);
    }
  }

  /** Where the findings of some files of one tree stand in another. */
  public FollowedFindings follow(ObjectId oldTree, ObjectId newTree, Set<String> paths)
      throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      return scanner.follow(reader, oldTree, newTree, paths);
    }
  }

  /** What a commit introduces. */
  public ChangeReport scan(ObjectId commit) throws IOException {
    try (ObjectReader reader = repository.newObjectReader();
        RevWalk walk = new RevWalk(reader)) {
      RevCommit parsed = walk.parseCommit(commit);
      return scanner.scan(reader, parsed);
    }
  }

  /** The same where a commit to revert has to be in a branch. */
  InheritedFindings trace(CommitOrigin origin, ChangeReport report, ObjectId branch)
      throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      return new OriginTracer(scanner, Optional.of(branch), commit -> true)
          .trace(reader, origin, report);
    }
  }

  /** The same where some commits may not be looked at. */
  InheritedFindings trace(CommitOrigin origin, ChangeReport report, Predicate<ObjectId> isReadable)
      throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      return new OriginTracer(scanner, Optional.empty(), isReadable).trace(reader, origin, report);
    }
  }

  /** What of a report comes from other commits. */
  InheritedFindings trace(CommitOrigin origin, ChangeReport report) throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      return new OriginTracer(scanner).trace(reader, origin, report);
    }
  }

  /** Reads its objects; to be closed before it. */
  ObjectReader reader() {
    return repository.newObjectReader();
  }

  @Override
  public void close() {
    repository.close();
  }
}
