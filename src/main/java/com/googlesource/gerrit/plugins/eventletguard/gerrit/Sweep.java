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

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.flogger.FluentLogger;
import com.google.gerrit.entities.Change;
import com.google.gerrit.entities.Project;
import com.google.gerrit.extensions.events.LifecycleListener;
import com.google.gerrit.metrics.Timer0;
import com.google.gerrit.server.config.GerritIsReplica;
import com.google.gerrit.server.git.GitRepositoryManager;
import com.google.gerrit.server.git.WorkQueue;
import com.google.gerrit.server.notedb.ChangeNotes;
import com.google.gerrit.server.project.ProjectCache;
import com.google.gerrit.server.project.ProjectState;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.cache.ReportCache;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.ProjectSettingsReader;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.ServerSettings;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.monitor.ScanMetrics;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.monitor.SkipCause;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Finds the changes whose events were lost, by a restart, a kill, or because there is none (a
 * change that moves to another branch, a project that is enabled): at start, and from then on at
 * intervals.
 *
 * <p>It asks the repositories of the enabled projects, never the index, which a kill leaves behind
 * them. Of each change it compares the newest commit of the change's own history: one that was
 * looked at before needs no further look, one from before the window needs none at all. What is
 * left is read, and queued unless the report of its current patch set says that its review was
 * brought to an end. So a change costs one scan at most, whatever its outcome, until it is written
 * to again; what a scan that failed left undone is tried once more a day.
 *
 * <p>It waits where the queue is not short, so that it holds up nobody's push.
 */
@Singleton
final class Sweep implements LifecycleListener, Runnable {
  private static final FluentLogger logger = FluentLogger.forEnclosingClass();

  private static final String NAME = "eventlet-guard-sweep";

  /** The server that starts has other things to do first. */
  private static final Duration FIRST_DELAY = Duration.ofSeconds(5);

  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private static final int MAX_REMEMBERED = 100_000;
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final WorkQueue workQueue;
  private final ServerSettings settings;
  private final boolean isReplica;
  private final ProjectCache projects;
  private final ProjectSettingsReader settingsReader;
  private final GitRepositoryManager repositories;
  private final ServiceAccount serviceAccount;
  private final EligibilityCheck eligibility;
  private final ReportCache reports;
  private final ScanQueue queue;
  private final ScanMetrics metrics;

  /** The newest commits of changes' histories that need no further look. */
  private final Cache<ObjectId, Boolean> examined =
      CacheBuilder.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(REMEMBERED).build();

  private ScheduledThreadPoolExecutor executor;

  @Inject
  Sweep(
      WorkQueue workQueue,
      ServerSettings settings,
      @GerritIsReplica Boolean isReplica,
      ProjectCache projects,
      ProjectSettingsReader settingsReader,
      GitRepositoryManager repositories,
      ServiceAccount serviceAccount,
      EligibilityCheck eligibility,
      ReportCache reports,
      ScanQueue queue,
      ScanMetrics metrics) {
    this.workQueue = workQueue;
    this.settings = settings;
    this.isReplica = isReplica;
    this.projects = projects;
    this.settingsReader = settingsReader;
    this.repositories = repositories;
    this.serviceAccount = serviceAccount;
    this.eligibility = eligibility;
    this.reports = reports;
    this.queue = queue;
    this.metrics = metrics;
  }

  @Override
  public void start() {
    if (isReplica || !settings.enabled() || settings.sweepInterval().isZero()) {
      return;
    }
    executor = workQueue.createQueue(/* poolsize= */ 1, NAME, /* withMetrics= */ false);
    var unused =
        executor.scheduleWithFixedDelay(
            this,
            FIRST_DELAY.toMillis(),
            settings.sweepInterval().toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** Called after the queue has ended, which ends a sweep that runs. */
  @Override
  public void stop() {
    if (executor == null) {
      return;
    }
    executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    executor.shutdown();
    try {
      if (!executor.awaitTermination(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("try") // closing the timer stops it
  @Override
  public void run() {
    try (Timer0.Context timer = metrics.timeSweep()) {
      if (serviceAccount.id().isPresent()) {
        int found = sweep();
        logger.at(found > 0 ? Level.INFO : Level.FINE).log(
            "the sweep found %d changes that events missed", found);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | ConfigInvalidException | RuntimeException e) {
      // An exception would end the sweeps for good.
      logger.atSevere().withCause(e).log("cannot look for changes that events missed");
    }
  }

  private int sweep() throws InterruptedException {
    Instant oldest = Instant.now().minus(settings.sweepWindow());
    int found = 0;
    for (Project.NameKey name : projects.all()) {
      Optional<ProjectState> project = projects.get(name).filter(this::isEnabled);
      if (project.isPresent()) {
        try {
          found += sweep(name, project.get().getName(), oldest);
        } catch (IOException | RuntimeException e) {
          logger.atWarning().withCause(e).log(
              "cannot look for changes of %s that events missed", project.get().getName());
        }
      }
    }
    return found;
  }

  private boolean isEnabled(ProjectState project) {
    return project.statePermitsWrite() && settingsReader.read(project).enabled();
  }

  private int sweep(Project.NameKey project, String name, Instant oldest)
      throws IOException, InterruptedException {
    int found = 0;
    try (Repository repository = repositories.openRepository(project);
        ObjectReader reader = repository.newObjectReader()) {
      for (Map.Entry<Change.Id, ObjectId> change :
          ChangeNotes.Factory.scanChangeIds(repository).entrySet()) {
        ObjectId newest = change.getValue();
        if (examined.getIfPresent(newest) != null || isOlder(reader, newest, oldest)) {
          continue;
        }
        if (!queue.awaitFewerThan(2 * settings.threads())) {
          return found;
        }
        if (examine(new ChangeKey(name, change.getKey().get()), newest)) {
          found++;
        }
      }
    }
    return found;
  }

  /** Reads the commit without keeping it: there are as many as the project has changes. */
  private static boolean isOlder(ObjectReader reader, ObjectId commit, Instant oldest)
      throws IOException {
    byte[] content = reader.open(commit, Constants.OBJ_COMMIT).getCachedBytes();
    return RevCommit.parse(content).getCommitterIdent().getWhenAsInstant().isBefore(oldest);
  }

  /** Queues a change if it needs it, and tells so. */
  private boolean examine(ChangeKey change, ObjectId newest) {
    if (queue.holds(change)) {
      return false;
    }
    return switch (eligibility.check(change)) {
      case Eligibility.Skipped skipped -> {
        if (skipped.cause() == SkipCause.CLOSED) {
          examined.put(newest, true);
        }
        yield false;
      }
      case Eligibility.Target target -> {
        examined.put(newest, true);
        if (isReviewed(change, target)) {
          yield false;
        }
        metrics.swept();
        yield queue.submit(new ScanRequest(change, target.patchSet().number(), Trigger.SWEEP));
      }
    };
  }

  private boolean isReviewed(ChangeKey change, Eligibility.Target target) {
    return reports
        .get(change.project(), change.number(), target.patchSet().commitId().name())
        .filter(report -> report.branch().equals(target.branch()))
        .isPresent();
  }

  /** As {@code show-queue} shows it. */
  @Override
  public String toString() {
    return "eventlet-guard search for changes that events missed";
  }
}
