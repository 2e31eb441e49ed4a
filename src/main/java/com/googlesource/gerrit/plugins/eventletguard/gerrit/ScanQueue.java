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
import com.google.gerrit.extensions.events.LifecycleListener;
import com.google.gerrit.server.config.GerritIsReplica;
import com.google.gerrit.server.git.WorkQueue;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.ServerSettings;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.monitor.ScanListener;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.monitor.ScanMonitor;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.monitor.ScanOutcome;
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
public final class ScanQueue implements LifecycleListener {
  private static final FluentLogger logger = FluentLogger.forEnclosingClass();

  private static final String NAME = "eventlet-guard-scan";

  /** Scans in progress may finish: an interrupt could close files that the server shares. */
  private static final Duration ORDERLY_STOP = Duration.ofSeconds(10);

  private static final Duration FORCED_STOP = Duration.ofSeconds(5);

  /** What a request asks for. */
  interface Scan {
    /** Scans a change and says what became of it; may fail in any way. */
    ScanOutcome run(ScanRequest request) throws Exception;
  }

  private final Supplier<ScheduledThreadPoolExecutor> newExecutor;
  private final boolean enabled;
  private final Scan scan;
  private final ScanListener listener;
  private final Map<ChangeKey, Slot> slots = new HashMap<>();
  private ScheduledThreadPoolExecutor executor;

  @Inject
  ScanQueue(
      WorkQueue workQueue,
      ServerSettings settings,
      @GerritIsReplica Boolean isReplica,
      ChangeScan scan,
      ScanMonitor monitor) {
    // The server keeps the metrics of a queue that has ended, at least up to 3.11, and then refuses
    // those of its successor: a reload would fail.
    this(
        () -> workQueue.createQueue(settings.threads(), NAME, /* withMetrics= */ false),
        settings.enabled() && !isReplica,
        scan,
        monitor);
  }

  ScanQueue(
      Supplier<ScheduledThreadPoolExecutor> newExecutor,
      boolean enabled,
      Scan scan,
      ScanListener listener) {
    this.newExecutor = newExecutor;
    this.enabled = enabled;
    this.scan = scan;
    this.listener = listener;
  }

  @Override
  public synchronized void start() {
    if (enabled) {
      executor = newExecutor.get();
    } else {
      logger.atWarning().log(
          "no change is reviewed: this server is a replica, or enabled = false stands in "
              + "gerrit.config, section [plugin \"eventlet-guard\"]");
    }
  }

  @Override
  public void stop() {
    ScheduledThreadPoolExecutor stopping;
    synchronized (this) {
      stopping = executor;
      executor = null;
      slots.clear();
      notifyAll();
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

  /**
   * Queues a scan, and returns at once.
   *
   * @return whether it will be served: not while the plugin is not running
   */
  public synchronized boolean submit(ScanRequest request) {
    if (executor == null) {
      return false;
    }
    Slot slot = slots.get(request.change());
    if (slot == null) {
      slots.put(request.change(), new Slot(request));
      executor.execute(new Task(request));
    } else {
      slot.add(request);
    }
    return true;
  }

  /** How many changes wait for a scan or have one. */
  public synchronized int size() {
    return slots.size();
  }

  /** Whether a change waits for a scan or has one. */
  public synchronized boolean holds(ChangeKey change) {
    return slots.containsKey(change);
  }

  /**
   * Waits until the queue is short, so that what is not urgent holds up nothing that is.
   *
   * @return false when the queue has ended
   */
  synchronized boolean awaitFewerThan(int changes) throws InterruptedException {
    while (executor != null && slots.size() >= changes) {
      wait();
    }
    return executor != null;
  }

  /** The request to serve now; empty when the plugin has stopped. */
  private synchronized Optional<Taken> take(ChangeKey change) {
    return Optional.ofNullable(slots.get(change)).map(Slot::take);
  }

  /** Ends a scan; another follows at once when a patch set arrived meanwhile. */
  private synchronized void ended(ChangeKey change) {
    Slot slot = slots.get(change);
    if (slot == null || executor == null) {
      return;
    }
    if (slot.waiting == null) {
      slots.remove(change);
      notifyAll();
    } else {
      slot.failures = 0;
      executor.execute(new Task(slot.waiting));
    }
  }

  private void failed(ScanRequest request, Exception failure) {
    Optional<Duration> delay = nextAttempt(request, failure);
    listener.failed(request.toString(), failure, /* again= */ delay.isPresent());
    if (delay.isEmpty()) {
      ended(request.change());
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
          executor.schedule(new Task(request), delay.get().toMillis(), TimeUnit.MILLISECONDS);
    }
    return delay;
  }

  /** A request to serve, and how long it has waited. */
  private record Taken(ScanRequest request, Duration waited) {}

  /** What one change waits for; guarded by the queue. */
  private static final class Slot {
    /** Null while the scan runs and nothing newer has arrived. */
    private ScanRequest waiting;

    private long sinceNanos;
    private int failures;

    Slot(ScanRequest first) {
      add(first);
    }

    void add(ScanRequest request) {
      if (waiting == null) {
        waiting = request;
        sinceNanos = System.nanoTime();
      } else {
        waiting = waiting.and(request);
      }
    }

    Taken take() {
      ScanRequest taken = waiting;
      waiting = null;
      return new Taken(taken, Duration.ofNanos(System.nanoTime() - sinceNanos));
    }
  }

  /**
   * The run of a change's next scan; what it serves is decided when it starts.
   *
   * <p>It is none of the server's tasks of a project, as those are shown to everybody who can see
   * the project, and not everybody can read the change.
   */
  private final class Task implements Runnable {
    private final ChangeKey change;
    private final ScanRequest first;

    Task(ScanRequest first) {
      this.change = first.change();
      this.first = first;
    }

    @Override
    public void run() {
      take(change).ifPresent(this::serve);
    }

    private void serve(Taken taken) {
      ScanRequest request = taken.request();
      long begin = System.nanoTime();
      try {
        ScanOutcome outcome = scan.run(request);
        Duration ran = Duration.ofNanos(System.nanoTime() - begin);
        listener.ended(request.toString(), outcome, new ScanListener.Times(taken.waited(), ran));
        ended(change);
      } catch (Exception e) {
        failed(request, e);
      } catch (Error e) {
        listener.failed(request.toString(), e, /* again= */ false);
        ended(change);
        throw e;
      }
    }

    /** As {@code show-queue} shows it to who may view the whole queue. */
    @Override
    public String toString() {
      return "eventlet-guard scan " + first;
    }
  }
}
