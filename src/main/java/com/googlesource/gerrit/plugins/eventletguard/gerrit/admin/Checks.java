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

import com.google.gerrit.entities.PatchSet;
import com.google.gerrit.entities.Project;
import com.google.gerrit.server.permissions.PermissionBackendException;
import com.google.gson.JsonParser;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.ChangeKey;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.Eligibility;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.EligibilityCheck;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.ScanQueue;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.cache.ReportCache;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.cache.StoredReport;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.monitor.SkipCause;
import java.time.Instant;
import java.util.Optional;

/** Tells what is known of a patch set. Never scans: whoever reads a page must cost nothing. */
@Singleton
public final class Checks {
  private final ReportCache reports;
  private final ScanQueue queue;
  private final EligibilityCheck eligibility;
  private final Access access;

  @Inject
  Checks(ReportCache reports, ScanQueue queue, EligibilityCheck eligibility, Access access) {
    this.reports = reports;
    this.queue = queue;
    this.eligibility = eligibility;
    this.access = access;
  }

  /**
   * What is known of a patch set.
   *
   * @param change one that the person who asks can read
   */
  public CheckInfo of(ChangeKey change, PatchSet patchSet, boolean current)
      throws PermissionBackendException {
    Optional<StoredReport> report = report(change, patchSet);
    Optional<SkipCause> skipped =
        current && eligibility.check(change) instanceof Eligibility.Skipped s
            ? Optional.of(s.cause())
            : Optional.empty();
    boolean isQueued = current && queue.holds(change);
    return new CheckInfo(
        patchSet.number(),
        current,
        isQueued ? true : null,
        report.map(StoredReport::outcome).orElse(null),
        report.map(StoredReport::branch).orElse(null),
        report.map(r -> Times.format(Instant.ofEpochMilli(r.madeAtMillis()))).orElse(null),
        skipped.map(SkipCause::word).orElse(null),
        skipped.map(SkipCause::sentence).orElse(null),
        report.map(r -> JsonParser.parseString(r.report())).orElse(null));
  }

  /**
   * The report of a patch set. One that was made while the change was for another branch holds what
   * that branch's settings say, so it is for those who can read the branch.
   */
  private Optional<StoredReport> report(ChangeKey change, PatchSet patchSet)
      throws PermissionBackendException {
    Optional<StoredReport> report =
        reports.get(change.project(), change.number(), patchSet.commitId().name());
    return report.isPresent()
            && access.mayRead(Project.nameKey(change.project()), report.get().branch())
        ? report
        : Optional.empty();
  }
}
