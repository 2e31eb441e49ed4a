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

package com.googlesource.gerrit.plugins.eventletguard.gerrit;

import static java.util.Objects.requireNonNull;

/**
 * That a change wants to be scanned.
 *
 * @param patchSet the patch set that an event spoke of, from 1; a scan takes the change's current
 *     one
 * @param trigger why
 */
public record ScanRequest(ChangeKey change, int patchSet, Trigger trigger) {
  public ScanRequest {
    requireNonNull(change, "change");
    requireNonNull(trigger, "trigger");
  }

  /** The one request that serves both this one and another for the same change. */
  ScanRequest and(ScanRequest other) {
    return new ScanRequest(
        change,
        Math.max(patchSet, other.patchSet),
        trigger.isAboutThreads() ? other.trigger : trigger);
  }

  @Override
  public String toString() {
    return change + "/" + patchSet;
  }
}
