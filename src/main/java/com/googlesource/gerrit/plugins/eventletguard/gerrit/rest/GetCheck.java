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
import com.google.gerrit.extensions.restapi.Response;
import com.google.gerrit.extensions.restapi.RestReadView;
import com.google.gerrit.server.change.RevisionResource;
import com.google.gerrit.server.permissions.PermissionBackendException;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.admin.CheckInfo;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.admin.Checks;

/** What is known of a patch set. */
@Singleton
final class GetCheck implements RestReadView<RevisionResource> {
  private final Revisions revisions;
  private final Checks checks;

  @Inject
  GetCheck(Revisions revisions, Checks checks) {
    this.revisions = revisions;
    this.checks = checks;
  }

  @Override
  public Response<CheckInfo> apply(RevisionResource revision)
      throws ResourceNotFoundException, PermissionBackendException {
    return Response.ok(
        checks.of(revisions.change(revision), revision.getPatchSet(), revision.isCurrent()));
  }
}
