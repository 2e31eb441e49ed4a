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
import com.googlesource.gerrit.plugins.eventletguard.change.TreeScanner;
import com.googlesource.gerrit.plugins.eventletguard.change.TreeSurvey;
import com.googlesource.gerrit.plugins.eventletguard.fix.Fixer;
import com.googlesource.gerrit.plugins.eventletguard.fix.Fixes;
import com.googlesource.gerrit.plugins.eventletguard.fix.TreeFiles;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchSettings;
import com.googlesource.gerrit.plugins.eventletguard.policy.JudgedReport;
import com.googlesource.gerrit.plugins.eventletguard.policy.Judgement;
import com.googlesource.gerrit.plugins.eventletguard.policy.SettingsFile;
import com.googlesource.gerrit.plugins.eventletguard.policy.Stage;
import com.googlesource.gerrit.plugins.eventletguard.policy.StageDetector;
import com.googlesource.gerrit.plugins.eventletguard.report.html.Excerpts;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Reexports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.errors.UnmergedPathException;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.patch.Patch;
import org.eclipse.jgit.patch.PatchApplier;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** The two trees of a comparison and the repository that holds them. */
final class TreePair implements AutoCloseable {
  /**
   * What is compared, once it is found.
   *
   * @param oldTrees the old side, and whatever else a merge was made from
   */
  private record Sides(List<ObjectId> oldTrees, ObjectId newTree, Optional<Head> head) {
    static Sides withoutCommit(ObjectId oldTree, ObjectId newTree) {
      return new Sides(List.of(oldTree), newTree, Optional.empty());
    }

    /** The tree whose settings hold. */
    ObjectId oldTree() {
      return oldTrees.getFirst();
    }
  }

  /**
   * The last commit of the new side.
   *
   * @param alone whether it is known to be the only one that is judged
   */
  private record Head(ObjectId commit, boolean alone) {}

  /** Finds both sides of a comparison. */
  @FunctionalInterface
  private interface Search {
    Sides find(Repository repository, MemoryObjects memory, RevisionReader revisions)
        throws InputException, IOException;
  }

  private final Repository repository;
  private final MemoryObjects memory;
  private final Sides sides;

  private TreePair(Repository repository, MemoryObjects memory, Sides sides) {
    this.repository = repository;
    this.memory = memory;
    this.sides = sides;
  }

  /**
   * The trees of two revisions.
   *
   * @param folder the repository, bare or not, or a folder inside its work tree
   * @throws InputException if there is no repository or it has no such revision
   */
  static TreePair ofRevisions(Path folder, RevisionRange range) throws InputException, IOException {
    return of(
        RevisionReader.open(folder), (repository, memory, revisions) -> find(range, revisions));
  }

  /**
   * The tree in which a gate tests a change, and what it merged the change onto.
   *
   * @param range the base, and the change's commit or the merge that brings it onto the base
   * @param message that of the change's commit
   * @throws InputException if there is no repository or it has no such commit
   */
  static TreePair ofChange(Path folder, RevisionRange range, String message)
      throws InputException, IOException {
    return of(
        RevisionReader.open(folder),
        (repository, memory, revisions) -> {
          GatedChange change = GatedChange.find(revisions, range.base(), range.head(), message);
          return new Sides(
              change.oldTrees(), change.newTree(), Optional.of(new Head(change.commit(), true)));
        });
  }

  /**
   * What is staged, and the commit that it is to be compared with.
   *
   * @param base a revision; {@code HEAD} may be missing before the first commit
   * @param sinceMergeBase whether to compare with the common ancestor of it and {@code HEAD}
   * @throws InputException if there is no repository with an index, or it has no such revision
   */
  static TreePair ofIndex(Path folder, String base, boolean sinceMergeBase)
      throws InputException, IOException {
    return of(
        RevisionReader.open(folder),
        (repository, memory, revisions) -> {
          ObjectId index = index(repository, memory);
          if (sinceMergeBase) {
            return Sides.withoutCommit(
                revisions.mergeBase(base, RevisionRange.HEAD).getTree(), index);
          }
          boolean noCommitYet =
              base.equals(RevisionRange.HEAD) && repository.resolve(Constants.HEAD) == null;
          return Sides.withoutCommit(
              noCommitYet ? Constants.EMPTY_TREE_ID : revisions.tree(base), index);
        });
  }

  /**
   * A tree and what a patch makes of it.
   *
   * @param base the revision that the patch was made from
   * @param patch in git's format; read to its end and not closed
   * @throws InputException if it is no patch or does not fit
   */
  static TreePair ofPatch(Path folder, String base, InputStream patch)
      throws InputException, IOException {
    return of(
        RevisionReader.open(folder),
        (repository, memory, revisions) -> {
          ObjectId oldTree = revisions.tree(base);
          return Sides.withoutCommit(oldTree, patched(repository, memory, base, oldTree, patch));
        });
  }

  /**
   * The files in which two folders differ, as two trees in memory.
   *
   * @throws InputException if one is no folder or cannot be read
   */
  static TreePair ofFolders(Path oldFolder, Path newFolder) throws InputException, IOException {
    return of(
        new InMemoryRepository(new DfsRepositoryDescription("folders")),
        (repository, memory, revisions) -> {
          FolderTrees trees = FolderTrees.write(repository, oldFolder, newFolder);
          return Sides.withoutCommit(trees.oldTree(), trees.newTree());
        });
  }

  private static TreePair of(Repository repository, Search search)
      throws InputException, IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      MemoryObjects memory = new MemoryObjects(repository);
      return new TreePair(
          repository,
          memory,
          search.find(repository, memory, new RevisionReader(repository, walk)));
    } catch (InputException | IOException e) {
      repository.close();
      throw e;
    }
  }

  private static Sides find(RevisionRange range, RevisionReader revisions)
      throws InputException, IOException {
    if (range.kind() == RevisionRange.Kind.COMMIT) {
      RevCommit commit = revisions.commitWithParents(range.head());
      List<ObjectId> parents = revisions.parentTrees(commit);
      return new Sides(
          parents.isEmpty() ? List.of(Constants.EMPTY_TREE_ID) : parents,
          commit.getTree(),
          Optional.of(new Head(commit, true)));
    }
    ObjectId oldTree =
        range.kind() == RevisionRange.Kind.SINCE_MERGE_BASE
            ? revisions.mergeBase(range.base(), range.head()).getTree()
            : revisions.tree(range.base());
    return new Sides(
        List.of(oldTree),
        revisions.tree(range.head()),
        revisions.commit(range.head()).map(commit -> new Head(commit, false)));
  }

  private static ObjectId index(Repository repository, MemoryObjects memory)
      throws InputException, IOException {
    if (repository.isBare()) {
      throw new InputException(
          "%s is a bare repository, where nothing is staged; compare revisions instead"
              .formatted(repository.getDirectory()));
    }
    DirCache index = repository.readDirCache();
    try {
      return index.writeTree(memory);
    } catch (UnmergedPathException e) {
      throw new InputException(
          "%s has conflicts; resolve and stage it first".formatted(e.getDirCacheEntry()), e);
    }
  }

  private static ObjectId patched(
      Repository repository, MemoryObjects memory, String base, ObjectId oldTree, InputStream in)
      throws InputException, IOException {
    Patch patch = new Patch();
    patch.parse(in);
    if (patch.getFiles().isEmpty()) {
      throw new InputException(
          "the patch changes no file; give what `git diff` or `git format-patch --stdout` prints");
    }
    try (ObjectReader reader = memory.newReader();
        RevWalk walk = new RevWalk(reader)) {
      PatchApplier.Result result =
          new PatchApplier(repository, walk.parseTree(oldTree), memory).applyPatch(patch);
      if (!result.getErrors().isEmpty()) {
        throw new InputException(
            "the patch does not fit %s; name the revision that it was made from: %s"
                .formatted(base, result.getErrors().getFirst()));
      }
      return result.getTreeId();
    }
  }

  /**
   * Reads the modules of the trees on all processors: each of them is going to be asked for.
   *
   * @throws IOException if one cannot be read
   */
  void readAhead(TreeSurvey survey) throws IOException {
    List<ObjectId> trees = new ArrayList<>(sides.oldTrees());
    trees.add(sides.newTree());
    try (ObjectReader reader = memory.newReader()) {
      survey.readAhead(reader, trees);
    }
  }

  /** What the new tree has that the old one has not, as the policy sees it. */
  HeadCommit.Outcome judge(ChangeScanner scanner, BranchPolicy policy) throws IOException {
    try (ObjectReader reader = memory.newReader();
        RevWalk walk = new RevWalk(reader)) {
      if (sides.head().isEmpty()) {
        return new HeadCommit.Outcome(policy.judge(scan(scanner, reader)), List.of());
      }
      RevCommit head = walk.parseCommit(sides.head().get().commit());
      boolean alone =
          sides.head().get().alone()
              || (head.getParentCount() == 1
                  && walk.parseCommit(head.getParent(0)).getTree().equals(sides.oldTree()));
      return new HeadCommit(head, alone).judge(reader, scanner, policy, scan(scanner, reader));
    }
  }

  private ChangeReport scan(ChangeScanner scanner, ObjectReader reader) throws IOException {
    return scanner.scanMerged(reader, sides.oldTrees(), sides.newTree());
  }

  /** The files in which the trees differ, by their paths in either. */
  Set<String> changedPaths() throws IOException {
    Set<String> paths = new HashSet<>();
    try (ObjectReader reader = memory.newReader();
        TreeWalk walk = new TreeWalk(reader)) {
      walk.setRecursive(true);
      walk.addTree(sides.oldTree());
      walk.addTree(sides.newTree());
      walk.setFilter(TreeFilter.ANY_DIFF);
      while (walk.next()) {
        paths.add(walk.getPathString());
      }
    }
    return paths;
  }

  /**
   * Compares the trees where they hold only the files that differ.
   *
   * @param before what the modules of the whole old tree offer to each other
   * @param after what those of the whole new tree do
   */
  ChangeReport scan(ChangeScanner scanner, Reexports before, Reexports after) throws IOException {
    try (ObjectReader reader = memory.newReader()) {
      return scanner.scan(reader, sides.oldTree(), sides.newTree(), before, after);
    }
  }

  /** All that stands in the new tree. */
  List<Finding> standing(TreeScanner scanner) throws IOException {
    try (ObjectReader reader = memory.newReader()) {
      return scanner.scan(reader, sides.newTree()).findings();
    }
  }

  /** The fixes of what the new tree has that the old one has not. */
  Fixes fixes(BranchPolicy policy, JudgedReport report) throws IOException {
    if (report.introduced().isEmpty()) {
      return Fixes.NONE; // without loading what makes them
    }
    try (ObjectReader reader = memory.newReader()) {
      return Fixer.find(policy, report, new TreeFiles(reader, sides.newTree()));
    }
  }

  /** The code of the new tree around findings in it. */
  Excerpts excerpts(List<Judgement> findings) throws IOException {
    Map<String, SourceText> files = new HashMap<>();
    try (ObjectReader reader = memory.newReader()) {
      for (Judgement judgement : findings) {
        String path = judgement.finding().path();
        if (files.containsKey(path)) {
          continue;
        }
        try (TreeWalk walk = TreeWalk.forPath(reader, path, sides.newTree())) {
          if (walk != null) {
            byte[] content = reader.open(walk.getObjectId(0)).getCachedBytes();
            files.put(path, SourceText.of(new SourceFile(path, content)));
          }
        }
      }
    }
    return new Excerpts(files);
  }

  /** The settings of the branch, as the old tree has them. */
  SettingsFile oldSettings() throws IOException {
    try (ObjectReader reader = memory.newReader()) {
      return SettingsFile.read(reader, sides.oldTree(), RuleCatalog.builtIn());
    }
  }

  /** The stage of the branch, as the old tree shows it. */
  Stage oldStage(BranchSettings settings, StageDetector detector) throws IOException {
    try (ObjectReader reader = memory.newReader()) {
      return detector.stage(settings, reader, sides.oldTree());
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}
