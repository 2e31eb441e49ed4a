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

import com.google.common.flogger.FluentLogger;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.logging.Level;

/**
 * One line per scan, with project, change and patch set. What changes something for a person is
 * logged as information; the rest, which is most scans, only where an administrator asks for it.
 */
@Singleton
public final class ScanLog implements ScanListener {
  private static final FluentLogger logger = FluentLogger.forEnclosingClass();

  @Inject
  ScanLog() {}

  @Override
  public void ended(String request, ScanOutcome outcome, Times times) {
    logger.at(level(outcome)).log(
        "%s: %s (waited %d ms, took %d ms)",
        request, outcome, times.waited().toMillis(), times.ran().toMillis());
  }

  @Override
  public void failed(String request, Throwable failure, boolean again) {
    if (again) {
      logger.atInfo().log("%s: failed and is tried again: %s", request, failure);
    } else {
      logger.atSevere().withCause(failure).log("%s: failed", request);
    }
  }

  private static Level level(ScanOutcome outcome) {
    return switch (outcome.kind()) {
      case REVIEWED, DRY_RUN -> Level.INFO;
      case NO_NEWS, SKIPPED, SUPERSEDED, RETRIED, FAILED -> Level.FINE;
    };
  }
}
