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

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.change.BlobScanner;
import com.googlesource.gerrit.plugins.eventletguard.change.ChangeReport;
import com.googlesource.gerrit.plugins.eventletguard.change.ChangeScanner;
import com.googlesource.gerrit.plugins.eventletguard.change.CommitOrigin;
import com.googlesource.gerrit.plugins.eventletguard.change.InheritedFindings;
import com.googlesource.gerrit.plugins.eventletguard.change.OriginTracer;
import com.googlesource.gerrit.plugins.eventletguard.change.SurveyMemory;
import com.googlesource.gerrit.plugins.eventletguard.change.TreeSurvey;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.ScanCache;
import java.util.List;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.junit.jupiter.api.Test;

/** What the policy makes of reverts and backports, and of projects that enforce the check. */
class InheritanceTest {
  private static final BranchPolicy POLICY =
      new BranchPolicy(BranchSettings.DEFAULT, Stage.EVENTLET, Scans.SERIES);
  private static final List<Finding> FINDINGS =
      Scans.findings("a.py", "import eventlet", "eventlet.spawn(poll)  # noqa: EVT110");
  private static final ChangeReport REPORT =
      new ChangeReport(FINDINGS, List.of(), 0, List.of(), List.of());

  /** As a repository has it that does not hold the other commit. */
  private static InheritedFindings unverified(String message) throws Exception {
    try (InMemoryRepository empty = new InMemoryRepository(new DfsRepositoryDescription("empty"))) {
      return new OriginTracer(
              new ChangeScanner(
                  new TreeSurvey(
                      new BlobScanner(Scans.scanner(), ScanCache.NONE), new SurveyMemory())))
          .trace(empty.newObjectReader(), CommitOrigin.of(message).orElseThrow(), REPORT);
    }
  }

  private static List<String> silences(JudgedReport report) {
    return report.introduced().stream()
        .map(judgement -> judgement.silence().map(silence -> silence.by().word()).orElse("counts"))
        .toList();
  }

  @Test
  void whatIsNotSilencedOtherwiseIsSilencedByTheRevert() throws Exception {
    InheritedFindings inherited = unverified("Revert\n\nThis reverts commit 0123456.");

    JudgedReport judged = POLICY.judge(REPORT, inherited);

    assertThat(silences(judged)).containsExactly("revert", "suppression").inOrder();
    assertThat(new Inheritance(inherited).remark(judged))
        .hasValue(
            "The commit message says that this change reverts 0123456, which was not found in this"
                + " repository. What comes with it is not judged: 1 finding.");
  }

  @Test
  void backportIsNamedSo() throws Exception {
    assertThat(
            silences(
                POLICY.judge(REPORT, unverified("Fix\n\n(cherry picked from commit 0123456)"))))
        .containsExactly("backport", "suppression")
        .inOrder();
  }

  @Test
  void enforcedPolicyObeysNeitherCommentsNorWhatCannotBeVerified() throws Exception {
    BranchPolicy enforced = POLICY.enforced();

    JudgedReport judged =
        enforced.judge(REPORT, unverified("Fix\n\n(cherry picked from commit 0123456)"));

    assertThat(silences(judged)).containsExactly("counts", "counts");
    assertThat(enforced.skipReason("Fix\n\nEventlet-Guard: skip it")).isEmpty();
    assertThat(POLICY.skipReason("Fix\n\nEventlet-Guard: skip it")).hasValue("it");
  }

  @Test
  void remarkIsEmptyWhenNothingIsLeftOut() throws Exception {
    InheritedFindings inherited = unverified("Fix\n\n(cherry picked from commit 0123456)");
    JudgedReport judged =
        POLICY.judge(new ChangeReport(List.of(), List.of(), 0, List.of(), List.of()), inherited);

    assertThat(new Inheritance(inherited).remark(judged)).isEmpty();
  }

  @Test
  void skippedReportCountsNothing() {
    assertThat(silences(POLICY.judge(REPORT).skipped("They ask for it.")))
        .containsExactly("skip", "suppression")
        .inOrder();
  }
}
