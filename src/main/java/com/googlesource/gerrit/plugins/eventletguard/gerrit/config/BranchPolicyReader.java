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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.config;

import com.google.common.flogger.FluentLogger;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.Series;
import com.googlesource.gerrit.plugins.eventletguard.policy.SeriesCalendar;
import com.googlesource.gerrit.plugins.eventletguard.policy.SettingsFile;
import com.googlesource.gerrit.plugins.eventletguard.policy.Stage;
import com.googlesource.gerrit.plugins.eventletguard.policy.StageDetector;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleProblem;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Reads the rules and the policy of a branch from its tip: what a change under review says about
 * itself does not hold before it is merged.
 */
@Singleton
public final class BranchPolicyReader {
  private static final FluentLogger logger = FluentLogger.forEnclosingClass();

  private final RuleCatalog catalog;
  private final StageDetector stages;
  private final Once once = new Once();

  @Inject
  BranchPolicyReader(RuleCatalog catalog, StageDetector stages) {
    this.catalog = catalog;
    this.stages = stages;
  }

  /**
   * The rules that hold for changes to a branch now; never throws because of a bad value.
   *
   * @param project its name, for messages
   * @param branch the full name of the ref; it need not exist
   * @throws IOException if an object cannot be read
   */
  public BranchRules read(String project, Repository repository, RevWalk walk, String branch)
      throws IOException {
    BranchState state = state(repository, walk, branch);
    for (RuleProblem problem : state.file().problems()) {
      String message = "%s, branch %s: %s".formatted(project, branch, problem.message());
      if (once.first(message)) {
        logger.atWarning().log("%s", message);
      }
    }
    return new BranchRules(
        state.file().catalog(),
        new BranchPolicy(state.file().settings(), state.stage(), state.series()));
  }

  /**
   * What a policy is made of.
   *
   * @param file what the team of the project says
   * @param stage where the branch stands
   * @param series what it belongs to
   */
  public record BranchState(SettingsFile file, Stage stage, Series series) {}

  /**
   * What the policy is made of that holds for changes to a branch now.
   *
   * @param branch the full name of the ref; it need not exist
   * @throws IOException if an object cannot be read
   */
  public BranchState state(Repository repository, RevWalk walk, String branch) throws IOException {
    Ref tip = repository.exactRef(branch);
    if (tip == null || tip.getObjectId() == null) {
      // The first change of a branch without history: there is no Eventlet to go on with.
      return new BranchState(SettingsFile.NONE, Stage.REMOVED, series(SettingsFile.NONE, branch));
    }
    RevTree tree = walk.parseTree(tip.getObjectId());
    SettingsFile file = SettingsFile.read(walk.getObjectReader(), tree, catalog);
    return new BranchState(
        file, stages.stage(file.settings(), walk.getObjectReader(), tree), series(file, branch));
  }

  private static Series series(SettingsFile file, String branch) {
    return file.settings()
        .series()
        .orElseGet(() -> SeriesCalendar.builtIn().ofBranch(branch, LocalDate.now(ZoneOffset.UTC)));
  }
}
