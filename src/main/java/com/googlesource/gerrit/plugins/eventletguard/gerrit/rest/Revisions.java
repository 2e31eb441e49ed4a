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

import com.google.gerrit.extensions.restapi.ResourceNotFoundException;
import com.google.gerrit.server.change.RevisionResource;
import com.google.gerrit.server.project.ProjectCache;
import com.google.gerrit.server.project.ProjectState;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.ChangeKey;

/** Reads resources of the REST API. */
@Singleton
final class Revisions {
  private final ProjectCache projects;

  @Inject
  Revisions(ProjectCache projects) {
    this.projects = projects;
  }

  /**
   * The change of a patch set.
   *
   * @throws ResourceNotFoundException if it is an edit, which is nobody's patch set yet
   */
  ChangeKey change(RevisionResource revision) throws ResourceNotFoundException {
    if (revision.getEdit().isPresent()) {
      throw new ResourceNotFoundException("a change edit is not scanned before it is published");
    }
    // A name key is of another kind from 3.13 on and cannot be asked for its name.
    String project =
        projects
            .get(revision.getProject())
            .map(ProjectState::getName)
            .orElseThrow(() -> new ResourceNotFoundException("no such project"));
    return new ChangeKey(project, revision.getChange().getId().get());
  }
}
