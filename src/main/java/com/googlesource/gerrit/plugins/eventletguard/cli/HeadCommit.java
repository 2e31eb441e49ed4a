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
import com.googlesource.gerrit.plugins.eventletguard.change.CommitOrigin;
import com.googlesource.gerrit.plugins.eventletguard.change.InheritedFindings;
import com.googlesource.gerrit.plugins.eventletguard.change.OriginTracer;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.Inheritance;
import com.googlesource.gerrit.plugins.eventletguard.policy.JudgedReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * The last commit of a range and what it says about itself. A revert or a backport is told from its
 * message; a footer that asks to skip the check speaks for the commit alone.
 */
final class HeadCommit {
  private final RevCommit commit;
  private final boolean alone;

  /**
   * @param commit parsed
   * @param alone whether it is the only commit of the range
   */
  HeadCommit(RevCommit commit, boolean alone) {
    this.commit = commit;
    this.alone = alone;
  }

  /**
   * A report with what there is to say about it as a whole.
   *
   * @param remarks sentences
   */
  record Outcome(JudgedReport report, List<String> remarks) {}

  /** Judges what the range does. */
  Outcome judge(
      ObjectReader reader, ChangeScanner scanner, BranchPolicy policy, ChangeReport report)
      throws IOException {
    Optional<String> skip = alone ? policy.skipReason(commit.getFullMessage()) : Optional.empty();
    if (skip.isPresent()) {
      String reason = "The commit message asks to skip the check: " + skip.get();
      return new Outcome(policy.judge(report).skipped(reason), List.of(reason));
    }
    Optional<CommitOrigin> origin = CommitOrigin.of(commit.getFullMessage());
    if (origin.isEmpty()) {
      return new Outcome(policy.judge(report), List.of());
    }
    ChangeReport own = alone ? report : scanner.scan(reader, commit);
    InheritedFindings inherited =
        new OriginTracer(scanner).trace(reader, origin.get(), own).within(report);
    JudgedReport judged = policy.judge(report, inherited);
    return new Outcome(judged, new Inheritance(inherited).remark(judged).stream().toList());
  }
}
