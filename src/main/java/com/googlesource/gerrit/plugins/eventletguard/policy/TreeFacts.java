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

import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a tree holds that tells the stage of its branch.
 *
 * @param usage whether code outside of tests uses Eventlet itself
 * @param guarded whether some of it asks for the concurrency mode, so that there are two
 */
record TreeFacts(boolean usage, boolean guarded) {
  /** A tree without Eventlet. */
  static final TreeFacts NONE = new TreeFacts(false, false);

  static TreeFacts of(Collection<Finding> findings, BranchSettings settings) {
    Guards guards = new Guards(settings);
    Paths paths = new Paths(settings);
    TreeFacts facts = NONE;
    for (Finding finding : findings) {
      facts = facts.and(of(finding, guards, paths));
    }
    return facts;
  }

  private static TreeFacts of(Finding finding, Guards guards, Paths paths) {
    if (!Symbols.isOfPackageEventlet(finding)
        || finding.usage().kind() == UsageKind.STRING
        || paths.isTest(finding.path())
        || paths.ignored(finding.path()).isPresent()) {
      return NONE;
    }
    return new TreeFacts(
        true,
        guards
            .find(finding)
            .filter(guard -> guard.strength().compareTo(Guard.Strength.MODE) >= 0)
            .isPresent());
  }

  /**
   * Why findings make a tree's stage what it is, as a sentence without its full stop.
   *
   * @param findings in {@link Finding#ORDER}
   */
  static String reason(List<Finding> findings, BranchSettings settings) {
    Guards guards = new Guards(settings);
    Paths paths = new Paths(settings);
    Optional<String> used = first(findings, finding -> of(finding, guards, paths).usage());
    Optional<String> guarded = first(findings, finding -> of(finding, guards, paths).guarded());
    if (used.isEmpty()) {
      return "nothing outside of tests uses eventlet";
    }
    return guarded.isEmpty()
        ? "%s uses eventlet, and no condition on the concurrency mode guards any use"
            .formatted(used.get())
        : "%s uses eventlet under a condition on the concurrency mode".formatted(guarded.get());
  }

  private static Optional<String> first(List<Finding> findings, Predicate<Finding> wanted) {
    return findings.stream()
        .filter(wanted)
        .findFirst()
        .map(finding -> "%s:%d".formatted(finding.path(), finding.range().startLine()));
  }

  /** What two parts of a tree hold together. */
  TreeFacts and(TreeFacts other) {
    return new TreeFacts(usage || other.usage, guarded || other.guarded);
  }

  Stage stage() {
    if (!usage) {
      return Stage.REMOVED;
    }
    return guarded ? Stage.DUAL : Stage.EVENTLET;
  }
}
