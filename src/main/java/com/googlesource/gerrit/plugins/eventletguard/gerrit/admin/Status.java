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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.admin;

import com.google.gerrit.extensions.restapi.AuthException;
import com.google.gerrit.server.permissions.PermissionBackendException;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.ScanQueue;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.ServiceAccount;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.ServerSettings;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.monitor.ScanHistory;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.cache.EngineVersion;
import java.util.Optional;

/** Tells an administrator how the plugin does. */
@Singleton
public final class Status {
  private final Access access;
  private final RuleCatalog catalog;
  private final ServerSettings settings;
  private final ServiceAccount serviceAccount;
  private final ScanQueue queue;
  private final ScanHistory history;

  @Inject
  Status(
      Access access,
      RuleCatalog catalog,
      ServerSettings settings,
      ServiceAccount serviceAccount,
      ScanQueue queue,
      ScanHistory history) {
    this.access = access;
    this.catalog = catalog;
    this.settings = settings;
    this.serviceAccount = serviceAccount;
    this.queue = queue;
    this.history = history;
  }

  /**
   * The status now. It names projects and changes that not everybody can read.
   *
   * @throws AuthException if the person who asks does not have the plugin's capability
   */
  public StatusInfo get() throws AuthException, PermissionBackendException {
    access.checkAdministrate();
    return new StatusInfo(
        version(),
        EngineVersion.current().name(),
        new StatusInfo.Rules(catalog.rules().size(), catalog.recognitionDigest()),
        settings.enabled(),
        settings.account(),
        serviceAccount.exists(),
        new StatusInfo.Queue(queue.size(), settings.threads()),
        new StatusInfo.SweepState(
            settings.sweepInterval().toSeconds(), settings.sweepWindow().toSeconds()),
        Times.format(history.since()),
        history.outcomes(),
        history.failures().stream()
            .map(
                failure ->
                    new StatusInfo.FailureInfo(
                        Times.format(failure.at()),
                        failure.scan(),
                        failure.message(),
                        failure.again()))
            .toList());
  }

  private static String version() {
    return Optional.ofNullable(Status.class.getPackage().getImplementationVersion())
        .orElse("unknown");
  }
}
