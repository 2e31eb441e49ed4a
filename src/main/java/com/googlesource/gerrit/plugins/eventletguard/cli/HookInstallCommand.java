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

package com.googlesource.gerrit.plugins.eventletguard.cli;

import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import java.io.IOException;
import org.eclipse.jgit.lib.Repository;
import picocli.CommandLine.Model.OptionSpec;

/** {@code eventlet-guard hook install}: makes git run this jar. */
final class HookInstallCommand extends Command {
  private final HookOptions options = new HookOptions();
  private final OptionSpec failOn =
      Arguments.failOn()
          .description(
              "Stop git from this severity on: one of ${COMPLETION-CANDIDATES}; default:"
                  + " ${DEFAULT-VALUE}.")
          .build();

  HookInstallCommand() {
    super(
        "Installs hooks in a repository, which run this jar.",
        "pre-commit looks at what is staged, pre-push at what the remote does not have yet.");
    options.addTo(spec());
    spec().addOption(failOn);
  }

  @Override
  public Integer call() throws InputException, IOException {
    Severity severity = failOn.getValue();
    try (Repository repository = options.open()) {
      for (Hook hook : options.hooks()) {
        HookFile file = HookFile.of(repository, hook);
        file.install(severity);
        out().printf("Installed %s; `%s` passes it by.%n", file.path(), hook.bypass());
      }
    }
    return Main.CLEAN;
  }
}
