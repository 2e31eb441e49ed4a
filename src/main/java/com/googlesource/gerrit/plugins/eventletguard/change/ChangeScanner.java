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

import com.googlesource.gerrit.plugins.eventletguard.change.SideScanner.Side;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.SkipReason;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Reexports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Compares a commit with its parents, or one tree with another. Safe for use by several threads.
 */
public final class ChangeScanner {
  private final TreeSurvey survey;
  private final ScanBudget budget;

  /**
   * @param survey knows what the modules of whole trees offer to each other, and reads the blobs
   */
  public ChangeScanner(TreeSurvey survey) {
    this(survey, ScanBudget.UNLIMITED);
  }

  /**
   * @param budget how much is looked at of a change
   */
  public ChangeScanner(TreeSurvey survey, ScanBudget budget) {
    this.survey = survey;
    this.budget = budget;
  }

  /** The same for commits whose every file matters. */
  public ChangeScanner withoutBudget() {
    return new ChangeScanner(survey);
  }

  /**
   * What a commit does against its parents: against the empty tree when it has none, and what no
   * parent accounts for when it is a merge, octopus merges included.
   *
   * @param reader reads the repository's objects; the caller closes it
   * @param commit parsed; its parents need not be
   * @throws IOException if an object cannot be read
   */
  public ChangeReport scan(ObjectReader reader, RevCommit commit) throws IOException {
    if (commit.getParentCount() == 0) {
      return scan(reader, null, commit.getTree());
    }
    List<AnyObjectId> parents = new ArrayList<>();
    try (RevWalk walk = new RevWalk(reader)) {
      for (RevCommit parent : commit.getParents()) {
        parents.add(walk.parseCommit(parent).getTree());
      }
    }
    return scanMerged(reader, parents, commit.getTree());
  }

  /**
   * What stands in a tree and in none of those that it was merged from.
   *
   * @param reader reads all trees; the caller closes it
   * @param oldTrees at least one; what the change removes and keeps is told against the first
   * @throws IOException if an object cannot be read
   */
  public ChangeReport scanMerged(
      ObjectReader reader, List<? extends AnyObjectId> oldTrees, AnyObjectId newTree)
      throws IOException {
    List<ChangeReport> reports = new ArrayList<>();
    for (AnyObjectId oldTree : oldTrees) {
      ChangeReport report = scan(reader, oldTree, newTree);
      if (report.introduced().isEmpty() && report.complete()) {
        // This tree accounts for everything; what others deleted was told there.
        return oldTrees.size() == 1 ? report : report.withDropped(List.of());
      }
      reports.add(report);
    }
    return reports.size() == 1 ? reports.getFirst() : accountedForByNoParent(reports);
  }

  /**
   * What stands in one tree and not in another.
   *
   * @param reader reads both trees; the caller closes it
   * @param oldTree null for the empty tree
   * @throws IOException if an object cannot be read
   */
  public ChangeReport scan(ObjectReader reader, AnyObjectId oldTree, AnyObjectId newTree)
      throws IOException {
    SurveyedTree before = oldTree == null ? SurveyedTree.EMPTY : survey.survey(reader, oldTree);
    SurveyedTree after = survey.survey(reader, newTree, before);
    List<DiffEntry> entries = TreeDiff.between(reader, oldTree, newTree);
    ChangeReport report = scan(reader, entries, before.reexports(), after.reexports());
    Set<String> touched = new HashSet<>();
    entries.forEach(entry -> touched.add(entry.getNewPath()));
    return report.withShifted(
        new UntouchedModules(survey.scanner(), reader).shifted(before.reexports(), after, touched));
  }

  /**
   * What stands in one tree and not in another, where both trees hold only the files that differ.
   *
   * @param before what the modules of the whole old tree offer to each other
   * @param after what those of the whole new tree do
   * @throws IOException if an object cannot be read
   */
  public ChangeReport scan(
      ObjectReader reader,
      AnyObjectId oldTree,
      AnyObjectId newTree,
      Reexports before,
      Reexports after)
      throws IOException {
    return scan(reader, TreeDiff.between(reader, oldTree, newTree), before, after);
  }

  /**
   * Finds in another tree what a tree holds: on the same line, moved, edited, in a renamed file.
   *
   * @param reader reads both trees; the caller closes it
   * @param paths the files of either tree to look at; a finding that leaves them counts as gone
   * @throws IOException if an object cannot be read
   */
  public FollowedFindings follow(
      ObjectReader reader, AnyObjectId oldTree, AnyObjectId newTree, Set<String> paths)
      throws IOException {
    SurveyedTree before = survey.survey(reader, oldTree);
    SurveyedTree after = survey.survey(reader, newTree, before);
    List<DiffEntry> entries = changed(TreeDiff.between(reader, oldTree, newTree, paths));
    Set<String> changedPaths = new HashSet<>();
    entries.forEach(entry -> changedPaths.add(entry.getOldPath()));
    return new FollowedFindings(
        changedPaths,
        UsageMatcher.kept(
            pairs(
                reader,
                entries,
                before.reexports(),
                after.reexports(),
                new ArrayList<>(),
                new DeclaredOptions(),
                // What is not seen here would pass for gone.
                ScanBudget.UNLIMITED)));
  }

  private ChangeReport scan(
      ObjectReader reader, List<DiffEntry> entries, Reexports oldReexports, Reexports newReexports)
      throws IOException {
    List<SkippedFile> skipped = new ArrayList<>();
    DeclaredOptions options = new DeclaredOptions();
    List<ScannedPair> pairs =
        pairs(reader, changed(entries), oldReexports, newReexports, skipped, options, budget);
    ChangeReport report = UsageMatcher.match(pairs, skipped);
    // An option may live on in what was not looked at.
    boolean whole = skipped.stream().noneMatch(file -> file.reason() == SkipReason.OVER_BUDGET);
    return whole ? report.withDropped(options.dropped()) : report;
  }

  /** The entries whose content or kind of file differs. */
  private static List<DiffEntry> changed(List<DiffEntry> entries) {
    return entries.stream()
        .filter(
            entry ->
                entry.getChangeType() != DiffEntry.ChangeType.MODIFY
                    || !entry.getOldId().equals(entry.getNewId())
                    || !entry.getOldMode().equals(entry.getNewMode()))
        .toList();
  }

  private List<ScannedPair> pairs(
      ObjectReader reader,
      List<DiffEntry> entries,
      Reexports oldReexports,
      Reexports newReexports,
      List<SkippedFile> skipped,
      DeclaredOptions options,
      ScanBudget limit)
      throws IOException {
    SideScanner sides = new SideScanner(survey.scanner(), reader);
    List<Side> oldSides = oldSides(sides, entries, oldReexports, limit);
    List<ScannedPair> pairs = new ArrayList<>();
    int scanned = 0;
    for (int i = 0; i < entries.size(); i++) {
      DiffEntry entry = entries.get(i);
      String path = entry.getNewPath();
      Side before = oldSides.get(i);
      Side after =
          limit.allows(scanned)
              ? sides.scan(path, entry.getNewMode(), entry.getNewId().toObjectId(), newReexports)
              : SideScanner.beyondBudget(path, entry.getNewMode());
      if (SideScanner.canHoldUsages(path, entry.getNewMode())) {
        scanned++;
      }
      after.result().skipped().ifPresent(reason -> skipped.add(new SkippedFile(path, reason)));
      options.add(before.result(), after.result());
      if (!before.result().findings().isEmpty() || !after.result().findings().isEmpty()) {
        pairs.add(
            new ScannedPair(
                before.result().findings(),
                after.result().findings(),
                LineMap.between(before.content(), after.content())));
      }
    }
    return pairs;
  }

  /**
   * The old sides of all files. They come before any new side: a usage is only new when none of
   * them has it, so that when the time ends here nothing may be said of the new ones.
   */
  private static List<Side> oldSides(
      SideScanner sides, List<DiffEntry> entries, Reexports reexports, ScanBudget limit)
      throws IOException {
    List<Side> scanned = new ArrayList<>();
    for (DiffEntry entry : entries) {
      // The detector calls it a copy when a file that is gone lives on in several; only one of them
      // goes on from where it was, and a copy is new.
      FileMode mode =
          entry.getChangeType() == DiffEntry.ChangeType.COPY
              ? FileMode.MISSING
              : entry.getOldMode();
      String path = entry.getOldPath();
      scanned.add(
          limit.hasTime()
              ? sides.scan(path, mode, entry.getOldId().toObjectId(), reexports).released()
              : SideScanner.beyondBudget(path, mode));
    }
    return scanned;
  }

  private static ChangeReport accountedForByNoParent(List<ChangeReport> reports) {
    ChangeReport first = reports.getFirst();
    List<Finding> introduced = first.introduced();
    for (ChangeReport other : reports.subList(1, reports.size())) {
      // All parents' reports speak of the same new tree.
      Set<Location> places = new HashSet<>();
      other.introduced().forEach(finding -> places.add(Location.of(finding)));
      introduced =
          introduced.stream().filter(finding -> places.contains(Location.of(finding))).toList();
    }
    return new ChangeReport(introduced, first.removed(), first.kept(), List.of(), first.skipped());
  }
}
