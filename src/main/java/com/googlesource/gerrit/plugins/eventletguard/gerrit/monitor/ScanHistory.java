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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.monitor;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an administrator is shown of the scans since the plugin started. It names projects and
 * changes, so it is for administrators only.
 */
@Singleton
public final class ScanHistory implements ScanListener {
  /** So many of the last failures are kept. */
  static final int MAX_FAILURES = 20;

  /** More of a message says no more. */
  private static final int MAX_MESSAGE = 500;

  private final Clock clock;
  private final Instant since;
  private final Map<String, Long> outcomes = new TreeMap<>();
  private final Deque<Failure> failures = new ArrayDeque<>();

  @Inject
  ScanHistory() {
    this(Clock.systemUTC());
  }

  ScanHistory(Clock clock) {
    this.clock = clock;
    this.since = clock.instant();
  }

  /**
   * A scan that failed.
   *
   * @param scan the change and patch set, as {@code project~number/patchSet}
   * @param again whether it was tried again
   */
  public record Failure(Instant at, String scan, String message, boolean again) {}

  @Override
  public synchronized void ended(String request, ScanOutcome outcome, Times times) {
    outcomes.merge(outcome.kind().word(), 1L, Long::sum);
  }

  @Override
  public synchronized void failed(String request, Throwable failure, boolean again) {
    ScanOutcome.Kind kind = again ? ScanOutcome.Kind.RETRIED : ScanOutcome.Kind.FAILED;
    outcomes.merge(kind.word(), 1L, Long::sum);
    String message = failure.toString();
    failures.addFirst(
        new Failure(
            clock.instant(),
            request,
            message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) : message,
            again));
    if (failures.size() > MAX_FAILURES) {
      failures.removeLast();
    }
  }

  /** When the plugin started. */
  public Instant since() {
    return since;
  }

  /** How many scans ended how, by the outcome's word. */
  public synchronized Map<String, Long> outcomes() {
    return new LinkedHashMap<>(outcomes);
  }

  /** The last failures, the newest first. */
  public synchronized List<Failure> failures() {
    return List.copyOf(failures);
  }
}
