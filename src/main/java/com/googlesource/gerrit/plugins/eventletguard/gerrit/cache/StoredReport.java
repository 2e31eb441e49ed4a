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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.cache;

import static java.util.Objects.requireNonNull;

/**
 * The last report of a patch set, and that its review was brought in line with it.
 *
 * @param patchSet its number, from 1
 * @param branch the full name of the ref that the change was for
 * @param outcome the word of how the scan ended
 * @param madeAtMillis when, since the epoch
 * @param report the report as the command line's JSON
 */
public record StoredReport(
    int patchSet, String branch, String outcome, long madeAtMillis, String report) {
  public StoredReport {
    requireNonNull(branch, "branch");
    requireNonNull(outcome, "outcome");
    requireNonNull(report, "report");
  }
}
