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

import com.google.gerrit.extensions.restapi.RestApiException;
import com.google.gerrit.sshd.CommandMetaData;
import com.google.inject.Inject;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.admin.ScanDemand;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.admin.ScanInfo;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.args4j.Argument;

/** {@code eventlet-guard scan CHANGE...}: queues scans. */
@CommandMetaData(name = "scan", description = "Queue a scan of changes")
final class ScanCommand extends GuardCommand {
  private final ChangeArguments changes;
  private final ScanDemand demand;

  @Argument(
      required = true,
      multiValued = true,
      metaVar = "CHANGE",
      usage = "number, PROJECT~NUMBER or Change-Id of a change")
  private List<String> arguments = new ArrayList<>();

  @Inject
  ScanCommand(ChangeArguments changes, ScanDemand demand) {
    this.changes = changes;
    this.demand = demand;
  }

  /** One change that is none to scan does not keep the others from it. */
  @Override
  void execute() throws UnloggedFailure {
    int failed = 0;
    for (String argument : arguments) {
      try {
        ScanInfo scan = demand.queue(changes.find(argument));
        stdout.println("%s: queued patch set %d".formatted(scan.change(), scan.patchSet()));
      } catch (RestApiException e) {
        stderr.println("%s: %s".formatted(argument, e.getMessage()));
        failed++;
      }
    }
    if (failed > 0) {
      throw die("%d of %d changes are not queued".formatted(failed, arguments.size()));
    }
  }
}
