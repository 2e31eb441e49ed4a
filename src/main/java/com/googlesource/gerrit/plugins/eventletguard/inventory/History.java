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

package com.googlesource.gerrit.plugins.eventletguard.inventory;

import com.googlesource.gerrit.plugins.eventletguard.change.TreeScanner;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * How the findings of a branch became more and fewer.
 *
 * <p>Every commit is judged by the rules, the settings and the stage of today, so that the numbers
 * can be compared.
 *
 * @param points the oldest first; at least one
 */
public record History(List<Point> points) {
  /**
   * What a commit holds.
   *
   * @param commit its name in hexadecimal
   * @param day on which it was committed, in UTC
   * @param tally of its tree
   */
  public record Point(String commit, LocalDate day, Tally tally) {}

  public History {
    points = List.copyOf(points);
  }

  /**
   * Follows the first parents of a commit. A file that a commit leaves alone is not read again.
   *
   * @param reader reads the repository's objects; the caller closes it
   * @param most so many commits, the newest ones
   * @throws IOException if an object cannot be read
   */
  public static History of(
      ObjectReader reader, AnyObjectId head, TreeScanner scanner, BranchPolicy policy, int most)
      throws IOException {
    List<Point> points = new ArrayList<>();
    IdentityHashMap<TreeScanner.FileResult, Tally> tallies = new IdentityHashMap<>();
    try (RevWalk walk = new RevWalk(reader)) {
      walk.setFirstParent(true);
      walk.setRetainBody(false);
      walk.markStart(walk.parseCommit(head));
      for (RevCommit commit = walk.next();
          commit != null && points.size() < most;
          commit = walk.next()) {
        tallies = tallies(scanner.scan(reader, commit.getTree()), policy, tallies);
        points.add(
            new Point(
                commit.name(),
                day(commit),
                tallies.values().stream().reduce(Tally.NONE, Tally::plus)));
      }
    }
    Collections.reverse(points);
    return new History(points);
  }

  /** By file; what the commit before left alone is not judged again. */
  private static IdentityHashMap<TreeScanner.FileResult, Tally> tallies(
      TreeScanner.Result tree,
      BranchPolicy policy,
      IdentityHashMap<TreeScanner.FileResult, Tally> before) {
    IdentityHashMap<TreeScanner.FileResult, Tally> tallies = new IdentityHashMap<>();
    for (TreeScanner.FileResult file : tree.files()) {
      Tally known = before.get(file);
      tallies.put(
          file,
          known == null
              ? Tally.of(InventoriedFinding.of(policy, file.result().findings()))
              : known);
    }
    return tallies;
  }

  private static LocalDate day(RevCommit commit) {
    return LocalDate.ofEpochDay(Math.floorDiv(commit.getCommitTime(), 86_400));
  }

  public Point first() {
    return points.get(0);
  }

  public Point last() {
    return points.get(points.size() - 1);
  }
}
