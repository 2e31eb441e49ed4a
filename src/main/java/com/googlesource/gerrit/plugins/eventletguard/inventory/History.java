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
    List<RevCommit> commits = commits(reader, head, most);
    Counting counting = new Counting(policy);
    List<Tally> tallies = new ArrayList<>();
    scanner.scanInTurn(
        reader,
        commits.stream().map(RevCommit::getTree).toList(),
        tree -> tallies.add(counting.of(tree)));
    List<Point> points = new ArrayList<>();
    for (int i = commits.size() - 1; i >= 0; i--) {
      points.add(new Point(commits.get(i).name(), day(commits.get(i)), tallies.get(i)));
    }
    return new History(points);
  }

  /** The newest first. */
  private static List<RevCommit> commits(ObjectReader reader, AnyObjectId head, int most)
      throws IOException {
    List<RevCommit> commits = new ArrayList<>();
    try (RevWalk walk = new RevWalk(reader)) {
      walk.setFirstParent(true);
      walk.setRetainBody(false);
      walk.markStart(walk.parseCommit(head));
      for (RevCommit commit = walk.next();
          commit != null && commits.size() < most;
          commit = walk.next()) {
        commits.add(commit);
      }
    }
    return commits;
  }

  /** Counts what trees hold; what the one before had is not judged again. */
  private static final class Counting {
    private final BranchPolicy policy;
    private IdentityHashMap<TreeScanner.FileResult, Tally> known = new IdentityHashMap<>();

    Counting(BranchPolicy policy) {
      this.policy = policy;
    }

    Tally of(TreeScanner.Result tree) {
      IdentityHashMap<TreeScanner.FileResult, Tally> tallies = new IdentityHashMap<>();
      Tally all = Tally.NONE;
      for (TreeScanner.FileResult file : tree.files()) {
        Tally before = known.get(file);
        Tally tally =
            before == null
                ? Tally.of(InventoriedFinding.of(policy, file.result().findings()))
                : before;
        tallies.put(file, tally);
        all = all.plus(tally);
      }
      known = tallies;
      return all;
    }
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
