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

import com.google.gerrit.sshd.CommandMetaData;
import com.google.inject.Inject;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.admin.Cleanup;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.admin.CleanupInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kohsuke.args4j.Argument;
import org.kohsuke.args4j.Option;

/** {@code eventlet-guard cleanup}: leaves nothing open behind. */
@CommandMetaData(
    name = "cleanup",
    description = "Resolve the threads of Eventlet Guard on open changes and take its votes back")
final class CleanupCommand extends GuardCommand {
  private final ChangeArguments changes;
  private final ProjectArguments projects;
  private final Cleanup cleaner;

  @Option(name = "--all", usage = "clean up the changes of all projects")
  private boolean all;

  @Option(name = "--project", metaVar = "PROJECT", usage = "clean up the changes of a project")
  private String project = "";

  @Option(name = "--dry-run", usage = "only show what would be done")
  private boolean dryRun;

  @Argument(
      multiValued = true,
      metaVar = "CHANGE",
      usage = "number, PROJECT~NUMBER or Change-Id of a change")
  private List<String> arguments = new ArrayList<>();

  private int cleaned;

  @Inject
  CleanupCommand(ChangeArguments changes, ProjectArguments projects, Cleanup cleaner) {
    this.changes = changes;
    this.projects = projects;
    this.cleaner = cleaner;
  }

  @Override
  void execute() throws Exception {
    int choices = (all ? 1 : 0) + (project.isEmpty() ? 0 : 1) + (arguments.isEmpty() ? 0 : 1);
    if (choices != 1) {
      throw die("name changes, or a project with --project, or say --all: one of the three");
    }
    if (arguments.isEmpty()) {
      Optional<String> only =
          all ? Optional.empty() : Optional.of(projects.find(project).getName());
      cleaner.run(only, dryRun, this::print);
    } else {
      for (String argument : arguments) {
        cleaner.run(changes.find(argument), dryRun).ifPresent(this::print);
      }
    }
    stdout.println(
        "%d changes %s".formatted(cleaned, dryRun ? "would be cleaned up" : "cleaned up"));
  }

  private void print(CleanupInfo info) {
    cleaned++;
    stdout.println(
        "%s: %d threads, %d votes".formatted(info.change(), info.threads(), info.votes()));
    stdout.flush();
  }
}
