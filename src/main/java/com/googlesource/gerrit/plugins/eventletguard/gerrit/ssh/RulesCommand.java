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
import com.googlesource.gerrit.plugins.eventletguard.report.RuleList;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;

/** {@code eventlet-guard rules}: a line for every rule. */
@CommandMetaData(name = "rules", description = "List the rules")
final class RulesCommand extends GuardCommand {
  private final RuleCatalog catalog;

  @Inject
  RulesCommand(RuleCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  void execute() {
    RuleList.lines(catalog).forEach(stdout::println);
  }
}
