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

package com.googlesource.gerrit.plugins.eventletguard.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.util.FS;

/** Finds what revisions name in a repository, and says what is wrong when it is not there. */
final class RevisionReader {
  private final Repository repository;
  private final RevWalk walk;

  /**
   * @param walk of the same repository; the caller closes it
   */
  RevisionReader(Repository repository, RevWalk walk) {
    this.repository = repository;
    this.walk = walk;
  }

  /**
   * Opens a repository.
   *
   * @param folder the repository, bare or not, a work tree of it, or a folder inside one
   * @throws InputException if there is none
   */
  static Repository open(Path folder) throws InputException, IOException {
    // JGit runs git to find it, and nothing in it matters to who only reads.
    FS.DETECTED.setGitSystemConfig(null);
    RepositoryBuilder builder = new RepositoryBuilder().findGitDir(folder.toFile());
    if (builder.getGitDir() == null) {
      builder.setGitDir(folder.toFile());
    }
    temporaryIndex(builder.getGitDir()).ifPresent(builder::setIndexFile);
    try {
      return builder.setMustExist(true).build();
    } catch (RepositoryNotFoundException e) {
      throw new InputException(
          "no git repository at %s; name one with --repo, or compare two folders with --no-index"
              .formatted(folder),
          e);
    }
  }

  /** The index that git tells its hooks of when it commits other than what is staged. */
  private static Optional<File> temporaryIndex(File gitDir) {
    return Optional.ofNullable(System.getenv(Constants.GIT_INDEX_FILE_KEY))
        .map(name -> Path.of(name).toAbsolutePath().normalize())
        // It may be of another repository than the one that is asked about.
        .filter(file -> file.startsWith(gitDir.toPath().toAbsolutePath().normalize()))
        .map(Path::toFile);
  }

  /**
   * The tree of a revision, which may be a tree itself.
   *
   * @throws InputException if there is no such tree
   */
  ObjectId tree(String revision) throws InputException, IOException {
    RevObject object = object(revision);
    if (object instanceof RevCommit commit) {
      return commit.getTree();
    }
    if (object instanceof RevTree tree) {
      return tree;
    }
    throw new InputException("%s is a file; name a commit or a tree".formatted(revision));
  }

  /** The commit of a revision; empty when it names a tree. */
  Optional<RevCommit> commit(String revision) throws InputException, IOException {
    return object(revision) instanceof RevCommit commit ? Optional.of(commit) : Optional.empty();
  }

  /**
   * A commit.
   *
   * @throws InputException if the revision names none
   */
  RevCommit existingCommit(String revision) throws InputException, IOException {
    return commit(revision).orElseThrow(() -> noCommit(revision));
  }

  /** The trees of a commit's parents, in their order. */
  List<ObjectId> parentTrees(RevCommit commit) throws InputException, IOException {
    List<ObjectId> trees = new ArrayList<>();
    for (RevCommit parent : commit.getParents()) {
      trees.add(tree(parent.name()));
    }
    return trees;
  }

  /**
   * A commit whose parents are all there.
   *
   * @throws InputException if the revision names no commit, or the clone is cut off at it
   */
  RevCommit commitWithParents(String revision) throws InputException, IOException {
    RevCommit commit = existingCommit(revision);
    if (shallow(commit)) {
      throw new InputException(
          "the history of this shallow clone ends at %s, whose parents are missing; get them with"
                  .formatted(revision)
              + " `git fetch --deepen 1`");
    }
    return commit;
  }

  /**
   * The best common ancestor of two revisions.
   *
   * @throws InputException if they have none
   */
  RevCommit mergeBase(String one, String other) throws InputException, IOException {
    RevCommit first = existingCommit(one);
    RevCommit second = existingCommit(other);
    walk.reset();
    walk.setRevFilter(RevFilter.MERGE_BASE);
    walk.markStart(first);
    walk.markStart(second);
    RevCommit base;
    try {
      base = walk.next();
    } finally {
      walk.reset();
      walk.setRevFilter(RevFilter.ALL);
    }
    if (base == null) {
      throw new InputException(
          "%s and %s have no commit in common%s".formatted(one, other, shallowHint()));
    }
    return walk.parseCommit(base);
  }

  private RevObject object(String revision) throws InputException, IOException {
    try {
      ObjectId id = repository.resolve(revision);
      if (id == null) {
        throw new InputException("no such revision: " + revision + shallowHint());
      }
      return walk.peel(walk.parseAny(id));
    } catch (AmbiguousObjectException e) {
      throw new InputException(
          "%s is short for several objects; write more of it".formatted(revision), e);
    } catch (MissingObjectException e) {
      throw new InputException(
          "%s is not in this repository%s".formatted(revision, shallowHint()), e);
    } catch (RevisionSyntaxException | IncorrectObjectTypeException e) {
      throw new InputException(
          "not a revision of this repository: %s; name a branch, a tag, a commit or a way to one"
                  .formatted(revision)
              + " such as HEAD~1",
          e);
    }
  }

  private static InputException noCommit(String revision) {
    return new InputException("%s is no commit; name one, such as HEAD".formatted(revision));
  }

  private boolean shallow(RevCommit commit) throws IOException {
    return repository.getObjectDatabase().getShallowCommits().contains(commit);
  }

  /** What may be the reason why something is not there. */
  private String shallowHint() throws IOException {
    return repository.getObjectDatabase().getShallowCommits().isEmpty()
        ? ""
        : "; this is a shallow clone, which lacks older commits: get them with `git fetch"
            + " --unshallow`, or some of them with `git fetch --deepen 50`";
  }
}
