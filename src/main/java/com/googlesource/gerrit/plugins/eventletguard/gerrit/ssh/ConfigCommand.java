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
import com.google.gerrit.server.permissions.PermissionBackendException;
import com.google.gerrit.sshd.CommandMetaData;
import com.google.inject.Inject;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.admin.ConfigInfo;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.admin.ConfigInfo.SettingInfo;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.admin.EffectiveConfig;
import java.io.IOException;
import org.kohsuke.args4j.Argument;
import org.kohsuke.args4j.Option;

/** {@code eventlet-guard config PROJECT}: what holds for a branch, and why. */
@CommandMetaData(name = "config", description = "Show what holds for a branch, and why")
final class ConfigCommand extends GuardCommand {
  private final ProjectArguments projects;
  private final EffectiveConfig config;

  @Argument(required = true, metaVar = "PROJECT", usage = "the project")
  private String project = "";

  @Option(name = "--branch", metaVar = "BRANCH", usage = "the branch; HEAD's by default")
  private String branch = "";

  @Option(name = "--json", usage = "print the JSON of the REST API")
  private boolean json;

  @Inject
  ConfigCommand(ProjectArguments projects, EffectiveConfig config) {
    this.projects = projects;
    this.config = config;
  }

  @Override
  void execute() throws RestApiException, PermissionBackendException, IOException {
    ConfigInfo info = config.of(projects.find(project), branch);
    if (json) {
      printJson(info);
      return;
    }
    stdout.println("%s, %s".formatted(info.project(), info.branch()));
    info.settings().forEach(this::print);
    print(info.stage());
    print(info.series());
    info.branchSettings().forEach(this::print);
    info.problems().forEach(problem -> stdout.println("problem: " + problem));
  }

  private void print(SettingInfo setting) {
    stdout.println("%s = %s  (%s)".formatted(setting.key(), setting.value(), setting.source()));
  }
}
