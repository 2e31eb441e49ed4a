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

import com.google.gerrit.entities.PatchSet;
import com.google.gerrit.server.query.change.ChangeData;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.config.ProjectSettings;
import com.googlesource.gerrit.plugins.eventletguard.gerrit.monitor.SkipCause;

/** Whether a change is to be scanned now. */
public sealed interface Eligibility {
  /**
   * It is.
   *
   * @param data the change as it stands now
   * @param patchSet the current one
   * @param branch the full name of the ref that it is for
   * @param settings what its project decides
   */
  record Target(ChangeData data, PatchSet patchSet, String branch, ProjectSettings settings)
      implements Eligibility {}

  /** It is not. */
  record Skipped(SkipCause cause) implements Eligibility {}
}
