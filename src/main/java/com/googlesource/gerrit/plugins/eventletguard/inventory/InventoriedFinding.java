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

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.Judgement;
import com.googlesource.gerrit.plugins.eventletguard.policy.Silence;
import com.googlesource.gerrit.plugins.eventletguard.policy.Stage;
import com.googlesource.gerrit.plugins.eventletguard.policy.Symbols;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * A finding with what it means for the removal of Eventlet.
 *
 * @param judgement what the policy of the branch says about it, as in a scan
 * @param standing what the inventory takes it for
 * @param breaksNativeThreads whether it keeps the project from running without Eventlet: code
 *     outside of tests that needs Eventlet and that no guard would make legitimate where a branch
 *     has two modes
 */
public record InventoriedFinding(
    Judgement judgement, Standing standing, boolean breaksNativeThreads) {
  public InventoriedFinding {
    requireNonNull(judgement, "judgement");
    requireNonNull(standing, "standing");
  }

  /** The findings of a tree, in their order. */
  static List<InventoriedFinding> of(BranchPolicy policy, List<Finding> findings) {
    List<Judgement> judgements = policy.judge(findings);
    List<Judgement> inTwoModes = policy.at(Stage.DUAL).judge(findings);
    List<InventoriedFinding> all = new ArrayList<>(findings.size());
    for (int i = 0; i < findings.size(); i++) {
      Standing standing = standing(policy, judgements.get(i));
      all.add(
          new InventoriedFinding(
              judgements.get(i),
              standing,
              standing != Standing.TEST && breaksNativeThreads(inTwoModes.get(i))));
    }
    return all;
  }

  private static Standing standing(BranchPolicy policy, Judgement judgement) {
    if (policy.isTest(judgement.finding().path())) {
      return Standing.TEST;
    }
    return judgement
        .silence()
        .map(silence -> silence.by() == Silence.By.GUARD ? Standing.GUARDED : Standing.SILENCED)
        .orElse(Standing.OPEN);
  }

  private static boolean breaksNativeThreads(Judgement inTwoModes) {
    Finding finding = inTwoModes.finding();
    boolean copes = finding.usage().via().isPresent() && finding.severity() == Severity.INFO;
    return inTwoModes.counts() && Symbols.needsEventlet(finding) && !copes;
  }

  public Finding finding() {
    return judgement.finding();
  }

  UsageKind kind() {
    return finding().usage().kind();
  }

  /** Whether it has to go before Eventlet can be retired, wherever it stands. */
  boolean dependsOnEventlet() {
    return Symbols.bringsEventlet(finding())
        && judgement
            .silence()
            .map(Silence::by)
            .filter(by -> by == Silence.By.PATH || by == Silence.By.RULE)
            .isEmpty();
  }
}
