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

import com.googlesource.gerrit.plugins.eventletguard.report.RuleList;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import java.io.PrintWriter;
import java.nio.file.Path;

/** {@code eventlet-guard rules}: a line for every rule. */
final class RulesCommand extends Command {
  private final SettingsOption config = new SettingsOption();

  RulesCommand() {
    super("Lists the rules.");
    config.addTo(spec());
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = out();
    RuleCatalog catalog = config.read(() -> SettingsOption.inFolder(Path.of("")), err()).catalog();
    RuleList.lines(catalog).forEach(out::println);
    out.flush();
    return Main.CLEAN;
  }
}
