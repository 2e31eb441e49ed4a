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
import com.google.gerrit.entities.Project;
import com.google.gerrit.extensions.events.LifecycleListener;
import com.google.gerrit.server.git.ProjectRunnable;
import com.google.gerrit.server.git.WorkQueue;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.ServerSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The scans that wait and run, on a small pool of their own so that they hold up nothing else.
 *
 * <p>A change has at most one scan at a time. What arrives for it meanwhile becomes one further
 * scan of the newest patch set. What is queued is lost when the plugin stops; a scan is idempotent,
 * so it can be asked for again at any time.
 */
@Singleton
final class ScanQueue implements LifecycleListener {
  private static final FluentLogger logger = FluentLogger.forEnclosingClass();

  private static final String NAME = "eventlet-guard-scan";

  /** Scans in progress may finish: an interrupt could close files that the server shares. */
  private static final Duration ORDERLY_STOP = Duration.ofSeconds(10);

  private static final Duration FORCED_STOP = Duration.ofSeconds(5);

  /** What a request asks for. */
  interface Scan {
    /** Scans a change; may fail in any way. */
    void run(ScanRequest request) throws Exception;
  }

  private final Supplier<ScheduledThreadPoolExecutor> newExecutor;
  private final Scan scan;
  private final Map<ChangeKey, Slot> slots = new HashMap<>();
  private ScheduledThreadPoolExecutor executor;

  @Inject
  ScanQueue(WorkQueue workQueue, ServerSettings settings, ChangeScan scan) {
    // The server keeps the metrics of a queue that has ended, at least up to 3.11, and then refuses
    // those of its successor: a reload would fail.
    this(() -> workQueue.createQueue(settings.threads(), NAME, /* withMetrics= */ false), scan);
  }

  ScanQueue(Supplier<ScheduledThreadPoolExecutor> newExecutor, Scan scan) {
    this.newExecutor = newExecutor;
    this.scan = scan;
  }

  @Override
  public synchronized void start() {
    executor = newExecutor.get();
  }

  @Override
  public void stop() {
    ScheduledThreadPoolExecutor stopping;
    synchronized (this) {
      stopping = executor;
      executor = null;
      slots.clear();
    }
    if (stopping == null) {
      return;
    }
    // Retries that wait go with the pool; other tasks that still run find nothing to serve.
    stopping.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    stopping.shutdown();
    try {
      if (!stopping.awaitTermination(ORDERLY_STOP.toSeconds(), TimeUnit.SECONDS)) {
        stopping.shutdownNow();
        if (!stopping.awaitTermination(FORCED_STOP.toSeconds(), TimeUnit.SECONDS)) {
          logger.atWarning().log("a scan does not end; its thread stays behind");
        }
      }
    } catch (InterruptedException e) {
      stopping.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** Queues a scan, and returns at once. Does nothing while the plugin is not running. */
  synchronized void submit(ScanRequest request) {
    if (executor == null) {
      return;
    }
    Slot slot = slots.get(request.change());
    if (slot == null) {
      slots.put(request.change(), new Slot(request));
      executor.execute(new Task(request.change(), request.patchSet()));
    } else {
      slot.add(request);
    }
  }

  /** The request to serve now; empty when the plugin has stopped. */
  private synchronized Optional<ScanRequest> take(ChangeKey change) {
    return Optional.ofNullable(slots.get(change)).map(Slot::take);
  }

  /** Ends a scan; another follows at once when a patch set arrived meanwhile. */
  private synchronized void succeeded(ChangeKey change) {
    Slot slot = slots.get(change);
    if (slot == null || executor == null) {
      return;
    }
    if (slot.waiting == null) {
      slots.remove(change);
    } else {
      slot.failures = 0;
      executor.execute(new Task(change, slot.waiting.patchSet()));
    }
  }

  private void failed(ScanRequest request, Exception failure) {
    Optional<Duration> delay = nextAttempt(request, failure);
    if (delay.isPresent()) {
      logger.atInfo().log(
          "scan of %s is tried again in %d s: %s", request, delay.get().toSeconds(), failure);
    } else {
      logger.atSevere().withCause(failure).log("cannot scan %s", request);
      succeeded(request.change());
    }
  }

  /** Schedules another attempt if one is worth it. */
  private synchronized Optional<Duration> nextAttempt(ScanRequest request, Exception failure) {
    Slot slot = slots.get(request.change());
    if (slot == null || executor == null) {
      return Optional.empty();
    }
    slot.failures++;
    Optional<Duration> delay = RetryPolicy.delayAfter(failure, slot.failures);
    if (delay.isPresent()) {
      slot.add(request);
      var unused =
          executor.schedule(
              new Task(request.change(), request.patchSet()),
              delay.get().toMillis(),
              TimeUnit.MILLISECONDS);
    }
    return delay;
  }

  /** What one change waits for; guarded by the queue. */
  private static final class Slot {
    /** Null while the scan runs and nothing newer has arrived. */
    private ScanRequest waiting;

    private int failures;

    Slot(ScanRequest first) {
      this.waiting = first;
    }

    void add(ScanRequest request) {
      if (waiting == null || waiting.patchSet() < request.patchSet()) {
        waiting = request;
      }
    }

    ScanRequest take() {
      ScanRequest taken = waiting;
      waiting = null;
      return taken;
    }
  }

  /** The run of a change's next scan; what it serves is decided when it starts. */
  private final class Task implements ProjectRunnable {
    private final ChangeKey change;
    private final int patchSet;

    Task(ChangeKey change, int patchSet) {
      this.change = change;
      this.patchSet = patchSet;
    }

    @Override
    public void run() {
      take(change).ifPresent(this::serve);
    }

    private void serve(ScanRequest request) {
      try {
        scan.run(request);
        succeeded(change);
      } catch (Exception e) {
        failed(request, e);
      } catch (Error e) {
        logger.atSevere().withCause(e).log("cannot scan %s", request);
        succeeded(change);
        throw e;
      }
    }

    @Override
    public Project.NameKey getProjectNameKey() {
      return Project.nameKey(change.project());
    }

    @Override
    public String getRemoteName() {
      return null;
    }

    @Override
    public boolean hasCustomizedPrint() {
      return true;
    }

    /** As {@code show-queue} shows it. */
    @Override
    public String toString() {
      return "eventlet-guard scan " + new ScanRequest(change, patchSet);
    }
  }
}
