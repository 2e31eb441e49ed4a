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

package com.googlesource.gerrit.plugins.eventletguard.review;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.fix.FixConditions;
import com.googlesource.gerrit.plugins.eventletguard.fix.Fixer;
import com.googlesource.gerrit.plugins.eventletguard.fix.Fixes;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchSettings;
import com.googlesource.gerrit.plugins.eventletguard.policy.Series;
import com.googlesource.gerrit.plugins.eventletguard.policy.Stage;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanners;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FixOfferTest {
  private static final int LIMIT = 16_384;

  @Test
  void fixOfTheLinesOfAFindingIsASuggestion() throws Exception {
    Offered offered =
        Offered.of("import time\nimport eventlet\n\nif x:\n    eventlet.sleep(1)\neventlet.x\n");

    assertThat(offered.comment(/* stored= */ false))
        .endsWith(
            """
            A safe fix is known: Call time.sleep instead.

            ```suggestion
                time.sleep(1)
            ```\
            """);
  }

  @Test
  void fixOfOtherLinesIsTold() throws Exception {
    Offered offered = Offered.of("import os\nimport eventlet\neventlet.sleep(1)\n");

    assertThat(offered.comment(/* stored= */ false))
        .endsWith(
            "\n\nA safe fix is known: Call time.sleep instead; `eventlet-guard fix` applies it.");
  }

  @Test
  void storedFixNeedsNoWords() throws Exception {
    Offered offered = Offered.of("import os\nimport eventlet\neventlet.sleep(1)\n");

    assertThat(offered.comment(/* stored= */ true)).doesNotContain("safe fix");
    assertThat(new FixOffer(offered.fixes(), /* stored= */ true).toStore(offered.finding()))
        .isPresent();
  }

  @Test
  void suggestionThatDoesNotFitIsLeftOut() throws Exception {
    Offered offered = Offered.of("import time\nimport eventlet\neventlet.sleep(1)\neventlet.x\n");
    int plain =
        Messages.comment(offered.finding(), Documentation.NONE, FixOffer.NONE, LIMIT).length();

    assertThat(
            Messages.comment(
                offered.finding(),
                Documentation.NONE,
                new FixOffer(offered.fixes(), /* stored= */ false),
                plain + 20))
        .doesNotContain("suggestion");
  }

  /** A finding and what fixes it. */
  private record Offered(Finding finding, Fixes fixes) {
    static Offered of(String text) throws Exception {
      SourceFile file = new SourceFile("a.py", text.getBytes(StandardCharsets.UTF_8));
      List<Finding> findings =
          Scanners.standard(
                  RuleCatalog.builtIn(),
                  (path, defect) -> {
                    throw defect;
                  })
              .scan(file)
              .findings();
      BranchPolicy policy =
          new BranchPolicy(BranchSettings.DEFAULT, Stage.EVENTLET, new Series("2026.2"));
      Finding sleep =
          findings.stream()
              .filter(finding -> finding.rule().id().equals("EVT111"))
              .findFirst()
              .orElseThrow();
      return new Offered(
          sleep,
          new Fixer(FixConditions.of(policy, findings)).find(findings, path -> Optional.of(file)));
    }

    String comment(boolean stored) {
      return Messages.comment(finding, Documentation.NONE, new FixOffer(fixes, stored), LIMIT);
    }
  }
}
