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

import com.google.gerrit.entities.Project;
import com.google.gerrit.extensions.api.GerritApi;
import com.google.gerrit.extensions.restapi.ResourceNotFoundException;
import com.google.gerrit.extensions.restapi.RestApiException;
import com.google.gerrit.server.project.ProjectCache;
import com.google.gerrit.server.project.ProjectState;
import com.google.inject.Inject;
import com.google.inject.Singleton;

/**
 * Finds the projects that people name. The server's own reader of such arguments words it
 * differently when there is no project and when it is hidden, which tells the two apart.
 */
@Singleton
final class ProjectArguments {
  private final GerritApi gerrit;
  private final ProjectCache projects;

  @Inject
  ProjectArguments(GerritApi gerrit, ProjectCache projects) {
    this.gerrit = gerrit;
    this.projects = projects;
  }

  /**
   * The project with a name.
   *
   * @throws RestApiException if there is none, or the person may not see it
   */
  ProjectState find(String argument) throws RestApiException {
    try {
      String name = gerrit.projects().name(argument).get().name;
      return projects.get(Project.nameKey(name)).orElseThrow(() -> notFound(argument));
    } catch (ResourceNotFoundException e) {
      throw notFound(argument);
    }
  }

  private static ResourceNotFoundException notFound(String argument) {
    return new ResourceNotFoundException("project %s not found".formatted(argument));
  }
}
