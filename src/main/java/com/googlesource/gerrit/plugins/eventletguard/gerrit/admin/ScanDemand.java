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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.admin;

import com.google.gerrit.extensions.restapi.AuthException;
import com.google.gerrit.extensions.restapi.ResourceConflictException;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.ChangeKey;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.DemandLimit;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.Eligibility;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.EligibilityCheck;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.ScanQueue;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.ScanRequest;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.Trigger;

/** Scans that people ask for. */
@Singleton
public final class ScanDemand {
  private final Access access;
  private final DemandLimit limit;
  private final EligibilityCheck eligibility;
  private final ScanQueue queue;

  @Inject
  ScanDemand(Access access, DemandLimit limit, EligibilityCheck eligibility, ScanQueue queue) {
    this.access = access;
    this.limit = limit;
    this.eligibility = eligibility;
    this.queue = queue;
  }

  /**
   * Queues a scan of a change. Whoever has signed in and can read the change may ask, as they may
   * by a comment, and as seldom; who administrates the plugin may ask as often as they like.
   *
   * @param change one that the person who asks can read
   * @throws AuthException if nobody has signed in
   * @throws ResourceConflictException if the change is none to scan now; the message says why
   */
  public ScanInfo queue(ChangeKey change) throws AuthException, ResourceConflictException {
    if (!access.isSignedIn()) {
      throw new AuthException("sign in to ask for a scan");
    }
    return switch (eligibility.check(change)) {
      case Eligibility.Skipped skipped ->
          throw new ResourceConflictException("not scanned: " + skipped.cause().sentence());
      case Eligibility.Target target -> {
        if (!access.mayAdministrate() && !limit.permits(change)) {
          throw new ResourceConflictException(
              "a scan of this change was asked for less than %d seconds ago"
                  .formatted(DemandLimit.PAUSE.toSeconds()));
        }
        int patchSet = target.patchSet().number();
        if (!queue.submit(new ScanRequest(change, patchSet, Trigger.DEMAND))) {
          throw new ResourceConflictException("this server does not scan; it may be a replica");
        }
        yield new ScanInfo(change.toString(), patchSet);
      }
    };
  }
}
