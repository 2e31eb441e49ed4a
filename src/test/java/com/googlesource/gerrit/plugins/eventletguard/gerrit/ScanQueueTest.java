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

import static com.google.common.truth.Truth.assertThat;

import com.google.gerrit.git.LockFailureException;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.monitor.ScanListener;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.monitor.ScanOutcome;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ScanQueueTest {
  private static final ChangeKey CHANGE = new ChangeKey("nova", 1);
  private static final ChangeKey OTHER = new ChangeKey("nova", 2);

  private final ManualExecutor executor = new ManualExecutor();
  private final List<ScanRequest> scanned = new ArrayList<>();
  private Body scan = scanned::add;
  private final ScanQueue queue =
      new ScanQueue(
          () -> executor,
          /* enabled= */ true,
          request -> {
            scan.run(request);
            return ScanOutcome.of(ScanOutcome.Kind.NO_NEWS, Map.of());
          },
          ScanListener.NONE);

  @AfterEach
  void stopQueue() {
    queue.stop();
  }

  @Test
  void requestIsScannedOnTheQueueOnly() {
    queue.start();

    queue.submit(request(CHANGE, 1));

    assertThat(scanned).isEmpty();
    executor.runAll();
    assertThat(scanned).containsExactly(request(CHANGE, 1));
  }

  @Test
  void newestPatchSetReplacesTheOneThatWaits() {
    queue.start();

    queue.submit(request(CHANGE, 1));
    queue.submit(request(CHANGE, 3));
    queue.submit(request(CHANGE, 2));
    executor.runAll();

    assertThat(scanned).containsExactly(request(CHANGE, 3));
  }

  @Test
  void wishForWholeScanOutweighsOneAboutThreads() {
    queue.start();

    queue.submit(new ScanRequest(CHANGE, 2, Trigger.PATCH_SET));
    queue.submit(new ScanRequest(CHANGE, 1, Trigger.THREAD));
    queue.submit(new ScanRequest(OTHER, 1, Trigger.THREAD));
    queue.submit(new ScanRequest(OTHER, 1, Trigger.DEMAND));
    executor.runAll();

    assertThat(scanned)
        .containsExactly(
            new ScanRequest(CHANGE, 2, Trigger.PATCH_SET),
            new ScanRequest(OTHER, 1, Trigger.DEMAND));
  }

  @Test
  void changeIsHeldFromTheWishToTheEndOfItsScan() {
    queue.start();
    assertThat(queue.holds(CHANGE)).isFalse();

    queue.submit(request(CHANGE, 1));

    assertThat(queue.holds(CHANGE)).isTrue();
    assertThat(queue.size()).isEqualTo(1);
    executor.runAll();
    assertThat(queue.holds(CHANGE)).isFalse();
    assertThat(queue.size()).isEqualTo(0);
  }

  @Test
  void nobodyWaitsForShortQueueOnceStopped() throws Exception {
    queue.start();
    queue.submit(request(CHANGE, 1));
    assertThat(queue.awaitFewerThan(2)).isTrue();

    queue.stop();

    assertThat(queue.awaitFewerThan(1)).isFalse();
  }

  @Test
  void disabledQueueTakesNothing() {
    ScanQueue disabled =
        new ScanQueue(() -> executor, /* enabled= */ false, request -> null, ScanListener.NONE);
    disabled.start();

    assertThat(disabled.submit(request(CHANGE, 1))).isFalse();
    assertThat(executor.tasks()).isEmpty();
  }

  @Test
  void whatArrivesDuringScanBecomesOneFurtherScan() {
    queue.start();
    scan =
        request -> {
          scanned.add(request);
          if (request.patchSet() == 1) {
            queue.submit(request(CHANGE, 2));
            queue.submit(request(CHANGE, 3));
          }
        };

    queue.submit(request(CHANGE, 1));
    executor.runNext();

    assertThat(executor.tasks()).hasSize(1);
    executor.runAll();
    assertThat(scanned).containsExactly(request(CHANGE, 1), request(CHANGE, 3)).inOrder();
  }

  @Test
  void changesDoNotWaitForEachOther() {
    queue.start();

    queue.submit(request(CHANGE, 1));
    queue.submit(request(OTHER, 1));

    assertThat(executor.tasks()).hasSize(2);
  }

  @Test
  void changeCanBeScannedAgain() {
    queue.start();

    queue.submit(request(CHANGE, 1));
    executor.runAll();
    queue.submit(request(CHANGE, 1));
    executor.runAll();

    assertThat(scanned).hasSize(2);
  }

  @Test
  void lockFailureIsTriedAgainAndThenGivenUp() {
    queue.start();
    scan =
        request -> {
          scanned.add(request);
          throw new IllegalStateException(new LostLock());
        };

    queue.submit(request(CHANGE, 1));
    executor.runAll();

    assertThat(scanned).hasSize(4);
  }

  @Test
  void otherFailureIsNotTriedAgain() {
    queue.start();
    scan =
        request -> {
          scanned.add(request);
          throw new IOException("broken");
        };

    queue.submit(request(CHANGE, 1));
    executor.runAll();

    assertThat(scanned).hasSize(1);
  }

  @Test
  void changeCanBeScannedAfterFailure() {
    queue.start();
    scan =
        request -> {
          scanned.add(request);
          throw new IOException("broken");
        };

    queue.submit(request(CHANGE, 1));
    executor.runAll();
    queue.submit(request(CHANGE, 2));
    executor.runAll();

    assertThat(scanned).hasSize(2);
  }

  @Test
  void nothingRunsOnceStopped() {
    queue.start();
    queue.submit(request(CHANGE, 1));

    queue.stop();
    queue.submit(request(OTHER, 1));
    executor.runAll();

    assertThat(scanned).isEmpty();
  }

  @Test
  void poolEndsWithTheQueue() {
    queue.start();

    queue.stop();

    assertThat(executor.isTerminated()).isTrue();
  }

  @Test
  void requestBeforeStartIsNoFailure() {
    queue.submit(request(CHANGE, 1));

    assertThat(executor.tasks()).isEmpty();
  }

  @Test
  void taskNamesProjectAndChangeInShowQueue() {
    queue.start();

    queue.submit(request(CHANGE, 4));

    assertThat(executor.tasks().stream().map(Object::toString))
        .containsExactly("eventlet-guard scan nova~1/4");
  }

  private static ScanRequest request(ChangeKey change, int patchSet) {
    return new ScanRequest(change, patchSet, Trigger.PATCH_SET);
  }

  private interface Body {
    void run(ScanRequest request) throws Exception;
  }

  private static final class LostLock extends LockFailureException {
    private static final long serialVersionUID = 1L;

    LostLock() {
      super("another writer was faster", new IOException());
    }
  }

  /** Runs tasks when told, on the thread of the test, whatever their delay. */
  private static final class ManualExecutor extends ScheduledThreadPoolExecutor {
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    ManualExecutor() {
      super(0);
    }

    void runNext() {
      tasks.remove().run();
    }

    void runAll() {
      while (!tasks.isEmpty()) {
        runNext();
      }
    }

    Deque<Runnable> tasks() {
      return tasks;
    }

    @Override
    public void execute(Runnable command) {
      tasks.add(command);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
      tasks.add(command);
      return null;
    }
  }
}
