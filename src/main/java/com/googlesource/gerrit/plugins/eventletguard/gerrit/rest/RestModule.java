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

import static com.google.gerrit.server.change.RevisionResource.REVISION_KIND;
import static com.google.gerrit.server.config.ConfigResource.CONFIG_KIND;
import static com.google.gerrit.server.project.ProjectResource.PROJECT_KIND;

import com.google.gerrit.extensions.restapi.RestApiModule;

/** Binds the endpoints; the server puts {@code eventlet-guard~} before each name. */
public final class RestModule extends RestApiModule {
  @Override
  protected void configure() {
    get(REVISION_KIND, "check").to(GetCheck.class);
    post(REVISION_KIND, "scan").to(PostScan.class);
    get(PROJECT_KIND, "config").to(GetConfig.class);
    get(CONFIG_KIND, "status").to(GetStatus.class);
  }
}
