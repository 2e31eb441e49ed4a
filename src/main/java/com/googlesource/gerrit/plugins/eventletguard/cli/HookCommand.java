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

import picocli.CommandLine;

/** {@code eventlet-guard hook}: asks when git commits or pushes. */
final class HookCommand extends Command {
  HookCommand() {
    super("Installs hooks of git that ask before a commit or a push.");
    spec().usageMessage().synopsisSubcommandLabel("COMMAND");
    new HookInstallCommand().addTo(spec(), "install");
    new HookRunCommand().addTo(spec(), "run");
    new HookUninstallCommand().addTo(spec(), "uninstall");
  }

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec().commandLine(), "hook takes a command: install, uninstall or run");
  }
}
