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

import java.io.IOException;
import org.eclipse.jgit.lib.Repository;

/** {@code eventlet-guard hook uninstall}: takes away what {@link HookInstallCommand} wrote. */
final class HookUninstallCommand extends Command {
  private final HookOptions options = new HookOptions();

  HookUninstallCommand() {
    super("Removes the hooks that were installed; others' stay.");
    options.addTo(spec());
  }

  @Override
  public Integer call() throws InputException, IOException {
    try (Repository repository = options.open()) {
      for (Hook hook : options.hooks()) {
        HookFile file = HookFile.of(repository, hook);
        out().println(file.uninstall() ? "Removed " + file.path() : "There is no " + file.path());
      }
    }
    return Main.CLEAN;
  }
}
