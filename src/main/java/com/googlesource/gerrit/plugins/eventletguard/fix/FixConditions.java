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

package com.googlesource.gerrit.plugins.eventletguard.fix;

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.Releases;
import com.googlesource.gerrit.plugins.eventletguard.policy.Stage;
import com.googlesource.gerrit.plugins.eventletguard.rules.FixSafety;
import com.googlesource.gerrit.plugins.eventletguard.rules.OptionSymbol;
import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Tells which findings an edit can take away on a branch without changing behaviour silently. What
 * the rules call safe is, unless a library still does something by it in the series of the branch;
 * and a requirement is where nothing else of the tree needs it.
 */
public final class FixConditions {
  /** Kinds of usages that run with Eventlet, or name it to something that does. */
  private static final Set<UsageKind> NEEDING =
      EnumSet.of(UsageKind.IMPORT, UsageKind.USE, UsageKind.STRING, UsageKind.LAUNCHER);

  private final Releases releases;
  private final boolean unused;

  private FixConditions(Releases releases, boolean unused) {
    this.releases = requireNonNull(releases, "releases");
    this.unused = unused;
  }

  /**
   * The conditions for findings of a change or of a tree.
   *
   * @param findings all of them, those that do not count included
   */
  public static FixConditions of(BranchPolicy policy, Collection<Finding> findings) {
    boolean unused =
        policy.stage() == Stage.REMOVED
            && findings.stream().noneMatch(one -> NEEDING.contains(one.usage().kind()));
    return new FixConditions(policy.releases(), unused);
  }

  /** The conditions for findings of a part of a tree, whose rest may use anything. */
  public static FixConditions ofPart(BranchPolicy policy) {
    return new FixConditions(policy.releases(), /* unused= */ false);
  }

  boolean allow(Finding finding) {
    Pattern pattern = finding.pattern();
    return switch (finding.usage().kind()) {
      case OPTION ->
          isCommented(finding)
              ? releases.isGone(pattern)
              : pattern.fix() == FixSafety.SAFE && !releases.stillWorks(pattern);
      case REQUIREMENT -> unused && isEventlet(finding);
      default -> pattern.fix() == FixSafety.SAFE && !releases.isNotDeprecatedYet(pattern);
    };
  }

  /**
   * The package itself, where the project requires it; constraints hold for what others require.
   */
  private static boolean isEventlet(Finding finding) {
    return finding.usage().symbol().equals("eventlet")
        && (finding.usage().context().isEmpty() || finding.usage().context().equals("test"));
  }

  static boolean isCommented(Finding finding) {
    return finding.usage().symbol().startsWith(OptionSymbol.COMMENTED);
  }
}
