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

package com.googlesource.gerrit.plugins.eventletguard.gerrit;

import com.google.common.flogger.FluentLogger;
import com.google.gerrit.entities.Account;
import com.google.gerrit.entities.Change;
import com.google.gerrit.entities.PatchSet;
import com.google.gerrit.entities.Project;
import com.google.gerrit.entities.RefNames;
import com.google.gerrit.exceptions.StorageException;
import com.google.gerrit.extensions.restapi.ResourceNotFoundException;
import com.google.gerrit.extensions.restapi.RestApiException;
import com.google.gerrit.server.git.GitRepositoryManager;
import com.google.gerrit.server.project.NoSuchChangeException;
import com.google.gerrit.server.project.ProjectCache;
import com.google.gerrit.server.query.change.ChangeData;
import com.google.gerrit.server.util.ManualRequestContext;
import com.google.gerrit.server.util.OneOffRequestContext;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.change.ChangeReport;
import com.googlesource.gerrit.plugins.eventletguard.change.ChangeScanner;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.BranchPolicyReader;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.ProjectSettings;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.ProjectSettingsReader;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.review.CommitRemarks;
import com.googlesource.gerrit.plugins.eventletguard.review.ReviewPlan;
import com.googlesource.gerrit.plugins.eventletguard.review.ReviewPlanner;
import com.googlesource.gerrit.plugins.eventletguard.review.ReviewSettings;
import com.googlesource.gerrit.plugins.eventletguard.review.ReviewState;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Scans the current patch set of a change and reviews it.
 *
 * <p>What it needs of the change it reads by project and number from the repository: the index may
 * not know a change yet that was just pushed.
 */
@Singleton
final class ChangeScan implements ScanQueue.Scan {
  private static final FluentLogger logger = FluentLogger.forEnclosingClass();

  private final ProjectCache projects;
  private final ProjectSettingsReader settingsReader;
  private final ChangeData.Factory changes;
  private final GitRepositoryManager repositories;
  private final ServiceAccount serviceAccount;
  private final OneOffRequestContext requestContext;
  private final ChangeScanner scanner;
  private final BranchPolicyReader policyReader;
  private final ReviewStateReader stateReader;
  private final ReviewPoster poster;

  @Inject
  ChangeScan(
      ProjectCache projects,
      ProjectSettingsReader settingsReader,
      ChangeData.Factory changes,
      GitRepositoryManager repositories,
      ServiceAccount serviceAccount,
      OneOffRequestContext requestContext,
      ChangeScanner scanner,
      BranchPolicyReader policyReader,
      ReviewStateReader stateReader,
      ReviewPoster poster) {
    this.projects = projects;
    this.settingsReader = settingsReader;
    this.changes = changes;
    this.repositories = repositories;
    this.serviceAccount = serviceAccount;
    this.requestContext = requestContext;
    this.scanner = scanner;
    this.policyReader = policyReader;
    this.stateReader = stateReader;
    this.poster = poster;
  }

  @Override
  public void run(ScanRequest request)
      throws IOException, ConfigInvalidException, RestApiException {
    ChangeKey change = request.change();
    Optional<ProjectSettings> settings =
        projects
            .get(Project.nameKey(change.project()))
            .filter(project -> project.statePermitsWrite())
            .map(settingsReader::read)
            .filter(ProjectSettings::enabled);
    if (settings.isEmpty()) {
      return;
    }
    Optional<Target> target = toScan(change);
    if (target.isEmpty()) {
      return;
    }
    Optional<Account.Id> account = serviceAccount.id();
    if (account.isEmpty()) {
      return;
    }
    ChangeReport report = scan(change, target.get());
    review(change, target.get().patchSet(), report, settings.get().review(), account.get());
  }

  /**
   * What is to be scanned.
   *
   * @param patchSet the current one
   * @param branch the full name of the ref that it is for
   */
  private record Target(PatchSet patchSet, String branch) {}

  /** The current patch set of a change that is open for review on a branch. */
  private Optional<Target> toScan(ChangeKey key) {
    ChangeData data = changes.create(Project.nameKey(key.project()), Change.id(key.number()));
    Change change;
    try {
      change = data.reloadChange();
    } catch (StorageException e) {
      if (e.getCause() instanceof NoSuchChangeException) {
        return Optional.empty(); // deleted since
      }
      throw e;
    }
    return change.isNew()
            && !change.isWorkInProgress()
            && change.getDest().branch().startsWith(RefNames.REFS_HEADS)
        ? Optional.of(new Target(data.currentPatchSet(), change.getDest().branch()))
        : Optional.empty();
  }

  private ChangeReport scan(ChangeKey change, Target target) throws IOException {
    try (Repository repository = repositories.openRepository(Project.nameKey(change.project()));
        RevWalk walk = new RevWalk(repository)) {
      BranchPolicy policy = policyReader.read(change.project(), repository, walk, target.branch());
      return policy
          .judge(
              scanner.scan(walk.getObjectReader(), walk.parseCommit(target.patchSet().commitId())))
          .counted();
    }
  }

  private void review(
      ChangeKey change,
      PatchSet patchSet,
      ChangeReport report,
      ReviewSettings settings,
      Account.Id account)
      throws RestApiException {
    int number = patchSet.number();
    try (ManualRequestContext context = requestContext.openAs(account)) {
      ReviewState state =
          stateReader.read(change, number, context.getUser().getAccountId(), settings.label());
      ReviewPlan plan = new ReviewPlanner(settings).plan(report, CommitRemarks.NONE, state);
      if (isStillCurrent(change, patchSet)) {
        poster.post(change, number, plan, settings);
      } else {
        logger.atFine().log("%s/%d is no longer current; dropped its review", change, number);
      }
    } catch (ResourceNotFoundException e) {
      // Private, or on a branch that the account may not read: not for us to see.
      logger.atFine().withCause(e).log("the service account cannot see %s", change);
    }
  }

  /** The last look: what was found must not be said of another patch set. */
  private boolean isStillCurrent(ChangeKey change, PatchSet scanned) {
    return toScan(change)
        .filter(current -> current.patchSet().commitId().equals(scanned.commitId()))
        .isPresent();
  }
}
