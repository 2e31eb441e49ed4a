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

import com.google.gerrit.extensions.restapi.ResourceConflictException;
import com.google.gerrit.extensions.restapi.Response;
import com.google.gerrit.extensions.restapi.RestApiException;
import com.google.gerrit.extensions.restapi.RestModifyView;
import com.google.gerrit.server.change.RevisionResource;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.admin.ScanDemand;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.admin.ScanInfo;

/** Queues a scan of a patch set that is its change's current one. */
@Singleton
final class PostScan implements RestModifyView<RevisionResource, PostScan.Input> {
  private static final int ACCEPTED = 202;

  private final Revisions revisions;
  private final ScanDemand demand;

  @Inject
  PostScan(Revisions revisions, ScanDemand demand) {
    this.revisions = revisions;
    this.demand = demand;
  }

  /** There is nothing to say. */
  static final class Input {}

  @Override
  public Response<ScanInfo> apply(RevisionResource revision, Input input) throws RestApiException {
    if (!revision.isCurrent()) {
      throw new ResourceConflictException(
          "patch set %d is no longer the current one; only that one is scanned"
              .formatted(revision.getPatchSet().number()));
    }
    return Response.withStatusCode(ACCEPTED, demand.queue(revisions.change(revision)));
  }
}
