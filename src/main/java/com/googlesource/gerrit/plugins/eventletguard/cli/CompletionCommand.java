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

import java.io.PrintWriter;
import picocli.AutoComplete;

/** {@code eventlet-guard completion}: a script that completes arguments in a shell. */
final class CompletionCommand extends Command {
  CompletionCommand() {
    super(
        "Prints a script that completes arguments in bash and zsh.",
        "For this shell: source <(eventlet-guard completion)");
  }

  @Override
  public Integer call() {
    PrintWriter out = out();
    out.print(AutoComplete.bash(spec().root().name(), Main.commandLine()));
    out.flush();
    return Main.CLEAN;
  }
}
