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

import com.googlesource.gerrit.plugins.eventletguard.change.ChangeReport;
import com.googlesource.gerrit.plugins.eventletguard.change.DroppedOption;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeprecationHintTest {
  private static final String DECLARED = "cfg.BoolOpt('heartbeat_in_pthread', default=False)";

  private static JudgedReport judged(String path, String declaration, String... settings) {
    List<Finding> removed = Scans.findings(path, declaration);
    return new BranchPolicy(Scans.settings(settings), Stage.EVENTLET, Scans.SERIES)
        .judge(
            new ChangeReport(
                List.of(),
                removed,
                0,
                List.of(),
                List.of(),
                List.of(new DroppedOption(removed.getFirst(), "cfg.BoolOpt"))));
  }

  @Test
  void saysWhatToLeaveAndSinceWhen() {
    assertThat(judged("app/opts.py", DECLARED).hints().getFirst().message())
        .isEqualTo(
            "This deletes the option 'heartbeat_in_pthread', which was never declared deprecated,"
                + " so that whoever sets it is not told. Deprecate it first: leave an empty"
                + " stand-in, `cfg.BoolOpt('heartbeat_in_pthread', deprecated_for_removal=True,"
                + " deprecated_since='2026.2', deprecated_reason='It has no effect any more, as"
                + " Eventlet is being removed.')`, add a release note, and delete it one or two"
                + " series later.");
  }

  @Test
  void nobodyDeploysWhatATestDeclares() {
    assertThat(judged("app/tests/unit/test_opts.py", DECLARED).hints()).isEmpty();
  }

  @Test
  void settingsAndCommentsAreObeyed() {
    assertThat(judged("app/opts.py", DECLARED, "[ignore]", "rule = EVT300").hints()).isEmpty();
    assertThat(judged("app/opts.py", DECLARED + "  # noqa: EVT300").hints()).isEmpty();
  }

  @Test
  void changeThatAsksToSkipTheCheckGetsNone() {
    assertThat(judged("app/opts.py", DECLARED).skipped("They ask for it.").hints()).isEmpty();
  }
}
