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

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What the commit of a patch set says about itself that a review has to heed.
 *
 * @param skipReason why its footer {@code Eventlet-Guard: skip REASON} asks not to be judged:
 *     comments are posted resolved, there is no vote, and the summary gives the reason; empty
 *     without such a footer, or where it does not hold
 * @param origin a sentence for the summary on where its usages come from, when it is a revert or a
 *     backport; findings that came from there are no longer in the report, and without others there
 *     is no vote
 */
public record CommitRemarks(Optional<String> skipReason, Optional<String> origin) {
  public static final CommitRemarks NONE = new CommitRemarks(Optional.empty(), Optional.empty());

  public CommitRemarks {
    requireNonNull(skipReason, "skipReason");
    requireNonNull(origin, "origin");
  }
}
