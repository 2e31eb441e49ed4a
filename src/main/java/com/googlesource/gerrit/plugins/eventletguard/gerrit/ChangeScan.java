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

import com.google.gerrit.entities.Account;
import com.google.gerrit.entities.Project;
import com.google.gerrit.extensions.restapi.ResourceNotFoundException;
import com.google.gerrit.extensions.restapi.RestApiException;
import com.google.gerrit.metrics.Timer0;
import com.google.gerrit.server.git.GitRepositoryManager;
import com.google.gerrit.server.util.ManualRequestContext;
import com.google.gerrit.server.util.OneOffRequestContext;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.change.ChangeReport;
import com.googlesource.gerrit.plugins.eventletguard.change.ChangeScanner;
import com.googlesource.gerrit.plugins.eventletguard.change.ScanBudget;
import com.googlesource.gerrit.plugins.eventletguard.change.TreeSurveys;
import com.googlesource.gerrit.plugins.eventletguard.fix.Fixer;
import com.googlesource.gerrit.plugins.eventletguard.fix.Fixes;
import com.googlesource.gerrit.plugins.eventletguard.fix.TreeFiles;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.Eligibility.Target;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.cache.ReportCache;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.cache.StoredReport;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.BranchPolicyReader;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.BranchRules;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.ServerSettings;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.monitor.ScanMetrics;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.monitor.ScanOutcome;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.monitor.SkipCause;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.JudgedReport;
import com.googlesource.gerrit.plugins.eventletguard.report.JsonReport;
import com.googlesource.gerrit.plugins.eventletguard.review.Documentation;
import com.googlesource.gerrit.plugins.eventletguard.review.FixOffer;
import com.googlesource.gerrit.plugins.eventletguard.review.ReviewPlan;
import com.googlesource.gerrit.plugins.eventletguard.review.ReviewPlanner;
import com.googlesource.gerrit.plugins.eventletguard.review.ReviewSettings;
import com.googlesource.gerrit.plugins.eventletguard.review.ReviewState;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Scans the current patch set of a change and reviews it.
 *
 * <p>What it needs of the change it reads by project and number from the repository: the index may
 * not know a change yet that was just pushed.
 */
@Singleton
final class ChangeScan implements ScanQueue.Scan {
  private final EligibilityCheck eligibility;
  private final GitRepositoryManager repositories;
  private final ServiceAccount serviceAccount;
  private final OneOffRequestContext requestContext;
  private final TreeSurveys surveys;
  private final ServerSettings serverSettings;
  private final BranchPolicyReader policyReader;
  private final CommitJudge commitJudge;
  private final ReviewStateReader stateReader;
  private final ReviewPoster poster;
  private final FixStorage fixStorage;
  private final ChangeHistoryReader historyReader;
  private final ReportCache reports;
  private final ScanMetrics metrics;
  private final Documentation documentation;

  @Inject
  ChangeScan(
      EligibilityCheck eligibility,
      GitRepositoryManager repositories,
      ServiceAccount serviceAccount,
      OneOffRequestContext requestContext,
      TreeSurveys surveys,
      ServerSettings serverSettings,
      BranchPolicyReader policyReader,
      CommitJudge commitJudge,
      ReviewStateReader stateReader,
      ReviewPoster poster,
      FixStorage fixStorage,
      ChangeHistoryReader historyReader,
      ReportCache reports,
      ScanMetrics metrics,
      Documentation documentation) {
    this.eligibility = eligibility;
    this.repositories = repositories;
    this.serviceAccount = serviceAccount;
    this.requestContext = requestContext;
    this.surveys = surveys;
    this.serverSettings = serverSettings;
    this.policyReader = policyReader;
    this.commitJudge = commitJudge;
    this.stateReader = stateReader;
    this.poster = poster;
    this.fixStorage = fixStorage;
    this.historyReader = historyReader;
    this.reports = reports;
    this.metrics = metrics;
    this.documentation = documentation;
  }

  /** What a patch set does, and the fixes of what it introduces. */
  private record Scanned(CommitJudge.Judged judged, Fixes fixes) {}

  @Override
  public ScanOutcome run(ScanRequest request)
      throws IOException, ConfigInvalidException, RestApiException {
    ChangeKey change = request.change();
    return switch (eligibility.check(change)) {
      case Eligibility.Skipped skipped -> ScanOutcome.skipped(skipped.cause());
      case Eligibility.Target target -> {
        Optional<Account.Id> account = serviceAccount.id();
        if (account.isEmpty()) {
          yield ScanOutcome.skipped(SkipCause.NO_ACCOUNT);
        }
        if (request.trigger().isAboutThreads() && !hasComments(target, account.get())) {
          yield ScanOutcome.of(ScanOutcome.Kind.NO_NEWS, Map.of());
        }
        yield run(change, target, account.get());
      }
    };
  }

  private ScanOutcome run(ChangeKey change, Target target, Account.Id account)
      throws IOException, RestApiException {
    Scanned scanned = scan(change, target);
    ScanOutcome outcome = review(change, target, scanned, account);
    if (outcome.isEndOfScan()) {
      reports.put(
          change.project(),
          change.number(),
          target.patchSet().commitId().name(),
          new StoredReport(
              target.patchSet().number(),
              target.branch(),
              outcome.kind().word(),
              System.currentTimeMillis(),
              JsonReport.of(scanned.judged().report(), scanned.fixes())));
    }
    return outcome;
  }

  /** Whether the account has commented on a change at all. */
  private static boolean hasComments(Target target, Account.Id account) {
    return target.data().publishedComments().stream()
        .anyMatch(comment -> comment.author.getId().equals(account));
  }

  @SuppressWarnings("try") // closing the timer stops it
  private Scanned scan(ChangeKey change, Target target) throws IOException {
    try (Timer0.Context timer = metrics.timeScan();
        Repository repository = repositories.openRepository(Project.nameKey(change.project()));
        RevWalk walk = new RevWalk(repository)) {
      BranchRules rules = policyReader.read(change.project(), repository, walk, target.branch());
      boolean enforced = target.settings().enforced();
      BranchPolicy policy = enforced ? rules.policy().enforced() : rules.policy();
      RevCommit commit = walk.parseCommit(target.patchSet().commitId());
      CommitJudge.Judged judged =
          commitJudge.judge(
              change,
              target.data(),
              walk.getObjectReader(),
              commit,
              new ChangeScanner(
                  surveys.of(rules.catalog()),
                  ScanBudget.of(serverSettings.maxFiles(), serverSettings.maxScanTime())),
              policy,
              enforced ? Optional.of(tip(repository, target.branch())) : Optional.empty());
      TreeFiles files = new TreeFiles(walk.getObjectReader(), commit.getTree());
      return new Scanned(judged, Fixer.find(policy, judged.report(), files));
    }
  }

  /** The commit that a branch is at; none is named so while there is no branch. */
  private static ObjectId tip(Repository repository, String branch) throws IOException {
    Ref ref = repository.exactRef(branch);
    return ref == null ? ObjectId.zeroId() : ref.getObjectId();
  }

  @SuppressWarnings("try") // closing the timer stops it
  private ScanOutcome review(ChangeKey change, Target target, Scanned scanned, Account.Id account)
      throws IOException, RestApiException {
    JudgedReport report = scanned.judged().report();
    int number = target.patchSet().number();
    ReviewSettings settings = target.settings().review();
    try (Timer0.Context timer = metrics.timePost();
        ManualRequestContext context = requestContext.openAs(account)) {
      ReviewState state =
          stateReader.read(change, number, context.getUser().getAccountId(), settings);
      ReviewPlan plan =
          new ReviewPlanner(
                  settings, documentation, new FixOffer(scanned.fixes(), fixStorage.isThere()))
              .plan(
                  report,
                  scanned.judged().remarks(),
                  state,
                  historyReader.read(change, target.branch(), number));
      if (!isStillCurrent(change, target)) {
        return ScanOutcome.of(ScanOutcome.Kind.SUPERSEDED, Map.of());
      }
      poster.post(change, number, plan, settings);
      return ScanOutcome.of(kind(plan, settings), introducedByRule(report.counted()));
    } catch (ResourceNotFoundException e) {
      // Private, or on a branch that the account may not read: not for us to see.
      return ScanOutcome.skipped(SkipCause.NOT_VISIBLE);
    }
  }

  private static ScanOutcome.Kind kind(ReviewPlan plan, ReviewSettings settings) {
    if (plan.isEmpty()) {
      return ScanOutcome.Kind.NO_NEWS;
    }
    return settings.dryRun() ? ScanOutcome.Kind.DRY_RUN : ScanOutcome.Kind.REVIEWED;
  }

  private static Map<String, Integer> introducedByRule(ChangeReport report) {
    Map<String, Integer> counts = new HashMap<>();
    report.introduced().forEach(finding -> counts.merge(finding.rule().id(), 1, Integer::sum));
    return counts;
  }

  /** The last look: what was found must not be said of another patch set. */
  private boolean isStillCurrent(ChangeKey change, Target scanned) {
    return eligibility.check(change) instanceof Target current
        && current.patchSet().commitId().equals(scanned.patchSet().commitId())
        && current.branch().equals(scanned.branch());
  }
}
