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

package com.googlesource.gerrit.plugins.eventletguard.review;

import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import java.util.Optional;

/**
 * What counts against one patch set, and which comments wait for an answer there.
 *
 * @param settings the project's
 * @param remarks what the commit says about itself
 */
record Strictness(ReviewSettings settings, CommitRemarks remarks) {
  /** Whether a finding of this severity counts against the change. */
  boolean fails(Severity severity) {
    return remarks.skipReason().isEmpty() && settings.fails(severity);
  }

  /**
   * Why a comment on a finding of this severity waits for no answer.
   *
   * @return empty when it does wait
   */
  Optional<String> whyResolved(Severity severity) {
    if (remarks.skipReason().isPresent()) {
      return Optional.of("the commit message asks to skip the check.");
    }
    if (settings.postResolved()) {
      return Optional.of("this project takes comments as information.");
    }
    return settings.fails(severity)
        ? Optional.empty()
        : Optional.of("on this branch it does not count against the change.");
  }
}
