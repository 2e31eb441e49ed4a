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

import com.googlesource.gerrit.plugins.eventletguard.change.ChangeReport;
import com.googlesource.gerrit.plugins.eventletguard.change.ChangeScanner;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchSettings;
import com.googlesource.gerrit.plugins.eventletguard.policy.SettingsFile;
import com.googlesource.gerrit.plugins.eventletguard.policy.Stage;
import com.googlesource.gerrit.plugins.eventletguard.policy.StageDetector;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Reexports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** The two trees of a comparison and the repository that holds them. */
final class TreePair implements AutoCloseable {
  private final Repository repository;
  private final ObjectId oldTree;
  private final ObjectId newTree;
  private final ObjectId newRevision;

  private TreePair(
      Repository repository, ObjectId oldTree, ObjectId newTree, ObjectId newRevision) {
    this.repository = repository;
    this.oldTree = oldTree;
    this.newTree = newTree;
    this.newRevision = newRevision;
  }

  /**
   * The trees of two revisions.
   *
   * @param folder the repository, bare or not, or a folder inside its work tree
   * @throws InputException if there is no repository or it has no such revision
   */
  static TreePair ofRevisions(Path folder, String base, String head)
      throws InputException, IOException {
    Repository repository = open(folder);
    try {
      return new TreePair(
          repository, tree(repository, base), tree(repository, head), repository.resolve(head));
    } catch (InputException | IOException e) {
      repository.close();
      throw e;
    }
  }

  /**
   * The files in which two folders differ, as two trees in memory.
   *
   * @throws InputException if one is no folder or cannot be read
   */
  static TreePair ofFolders(Path oldFolder, Path newFolder) throws InputException, IOException {
    Repository memory = new InMemoryRepository(new DfsRepositoryDescription("folders"));
    try {
      FolderTrees trees = FolderTrees.write(memory, oldFolder, newFolder);
      return new TreePair(memory, trees.oldTree(), trees.newTree(), trees.newTree());
    } catch (InputException | IOException e) {
      memory.close();
      throw e;
    }
  }

  /** What the new tree has that the old one has not, as the policy sees it. */
  HeadCommit.Outcome judge(ChangeScanner scanner, BranchPolicy policy) throws IOException {
    try (ObjectReader reader = repository.newObjectReader();
        RevWalk walk = new RevWalk(reader)) {
      ChangeReport report = scanner.scan(reader, oldTree, newTree);
      if (!(walk.peel(walk.parseAny(newRevision)) instanceof RevCommit head)) {
        return new HeadCommit.Outcome(policy.judge(report), List.of());
      }
      boolean alone =
          head.getParentCount() == 1
              && walk.parseCommit(head.getParent(0)).getTree().equals(oldTree);
      return new HeadCommit(head, alone).judge(reader, scanner, policy, report);
    }
  }

  /**
   * Compares the trees where they hold only the files that differ.
   *
   * @param before what the modules of the whole old tree offer to each other
   * @param after what those of the whole new tree do
   */
  ChangeReport scan(ChangeScanner scanner, Reexports before, Reexports after) throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      return scanner.scan(reader, oldTree, newTree, before, after);
    }
  }

  /** The settings of the branch, as the old tree has them. */
  SettingsFile oldSettings() throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      return SettingsFile.read(reader, oldTree, RuleCatalog.builtIn());
    }
  }

  /** The stage of the branch, as the old tree shows it. */
  Stage oldStage(BranchSettings settings, StageDetector detector) throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      return detector.stage(settings, reader, oldTree);
    }
  }

  @Override
  public void close() {
    repository.close();
  }

  private static Repository open(Path folder) throws InputException, IOException {
    RepositoryBuilder builder = new RepositoryBuilder().findGitDir(folder.toFile());
    if (builder.getGitDir() == null) {
      builder.setGitDir(folder.toFile());
    }
    try {
      return builder.setMustExist(true).build();
    } catch (RepositoryNotFoundException e) {
      throw new InputException(
          "no git repository at %s; name one with --repo".formatted(folder), e);
    }
  }

  private static ObjectId tree(Repository repository, String revision)
      throws InputException, IOException {
    try {
      ObjectId tree = repository.resolve(revision + "^{tree}");
      if (tree == null) {
        throw new InputException("no such revision: " + revision);
      }
      return tree;
    } catch (RevisionSyntaxException | IncorrectObjectTypeException | MissingObjectException e) {
      throw new InputException("not a revision of this repository: " + revision, e);
    }
  }
}
