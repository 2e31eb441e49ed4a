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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.ssh;

import com.google.gerrit.extensions.restapi.AuthException;
import com.google.gerrit.server.permissions.PermissionBackendException;
import com.google.gerrit.sshd.CommandMetaData;
import com.google.inject.Inject;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.admin.Status;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.admin.StatusInfo;
import org.kohsuke.args4j.Option;

/** {@code eventlet-guard status}: how the plugin does. */
@CommandMetaData(name = "status", description = "Show how Eventlet Guard does")
final class StatusCommand extends GuardCommand {
  private final Status status;

  @Option(name = "--json", usage = "print the JSON of the REST API")
  private boolean json;

  @Inject
  StatusCommand(Status status) {
    this.status = status;
  }

  @Override
  void execute() throws AuthException, PermissionBackendException {
    StatusInfo info = status.get();
    if (json) {
      printJson(info);
    } else {
      print(info);
    }
  }

  private void print(StatusInfo info) {
    line("version", info.version());
    line("enabled", info.enabled() ? "yes" : "no: enabled = false in gerrit.config");
    line("account", info.account() + (info.accountFound() ? "" : " (missing)"));
    line("rules", info.rules().count());
    line(
        "queue",
        "%d changes, %d threads".formatted(info.queue().changes(), info.queue().threads()));
    line(
        "sweep",
        info.sweep().intervalSeconds() == 0
            ? "off"
            : "every %d s".formatted(info.sweep().intervalSeconds()));
    line("running since", info.since());
    info.scans().forEach((outcome, count) -> line("scans " + outcome, count));
    for (StatusInfo.FailureInfo failure : info.failures()) {
      stdout.println(
          "%s %s: %s%s"
              .formatted(
                  failure.at(),
                  failure.scan(),
                  failure.message(),
                  failure.again() ? " (tried again)" : ""));
    }
  }

  private void line(String name, Object value) {
    stdout.println("%-18s %s".formatted(name, value));
  }
}
