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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.rest;

import com.google.gerrit.extensions.restapi.Response;
import com.google.gerrit.extensions.restapi.RestApiException;
import com.google.gerrit.extensions.restapi.RestReadView;
import com.google.gerrit.server.permissions.PermissionBackendException;
import com.google.gerrit.server.project.ProjectResource;
import com.google.inject.Inject;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.admin.ConfigInfo;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.admin.EffectiveConfig;
import java.io.IOException;
import org.kohsuke.args4j.Option;

/** What holds for a branch of a project. One per request: it has a parameter. */
final class GetConfig implements RestReadView<ProjectResource> {
  private final EffectiveConfig config;

  @Option(name = "--branch", metaVar = "BRANCH", usage = "the branch; HEAD's by default")
  private String branch = "";

  @Inject
  GetConfig(EffectiveConfig config) {
    this.config = config;
  }

  @Override
  public Response<ConfigInfo> apply(ProjectResource project)
      throws RestApiException, PermissionBackendException, IOException {
    return Response.ok(config.of(project.getProjectState(), branch));
  }
}
