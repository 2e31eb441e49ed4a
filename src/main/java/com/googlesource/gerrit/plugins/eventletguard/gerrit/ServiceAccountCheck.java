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
import java.io.IOException;
import java.util.concurrent.Future;
import org.eclipse.jgit.errors.ConfigInvalidException;

/**
 * Looks for the service account when the plugin starts, so that the administrator learns at once
 * that it is missing, and can give it permissions before the first change when it was made.
 */
@Singleton
final class ServiceAccountCheck implements LifecycleListener, Runnable {
  private static final FluentLogger logger = FluentLogger.forEnclosingClass();

  private final WorkQueue workQueue;
  private final ServiceAccount serviceAccount;
  private final boolean needed;
  private Future<?> check;

  @Inject
  ServiceAccountCheck(
      WorkQueue workQueue,
      ServiceAccount serviceAccount,
      ServerSettings settings,
      @GerritIsReplica Boolean isReplica) {
    this.workQueue = workQueue;
    this.serviceAccount = serviceAccount;
    this.needed = settings.enabled() && !isReplica;
  }

  /** In the background: while the server starts, its index may not be open yet. */
  @Override
  public void start() {
    if (needed) {
      check = workQueue.getDefaultQueue().submit(this);
    }
  }

  @Override
  public void stop() {
    if (check != null) {
      check.cancel(/* mayInterruptIfRunning= */ false);
    }
  }

  @Override
  public void run() {
    try {
      var unused = serviceAccount.id();
    } catch (IOException | ConfigInvalidException | RuntimeException e) {
      logger.atSevere().withCause(e).log("cannot look for or make the account to review with");
    }
  }

  /** As {@code show-queue} shows it. */
  @Override
  public String toString() {
    return "eventlet-guard check of its account";
  }
}
