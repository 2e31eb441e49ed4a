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
 * How loudly a project wants to be spoken to.
 *
 * @param label the label to vote on; empty means comments only
 * @param voteOnFindings the value when a patch set introduces what is more than advisory
 * @param voteOnClean the value when it does not
 * @param maxInlineComments at most so many findings of a patch set have an inline comment; the
 *     summary counts the rest
 */
public record ReviewSettings(
    Optional<String> label, int voteOnFindings, int voteOnClean, int maxInlineComments) {
  public static final int DEFAULT_VOTE_ON_FINDINGS = -1;
  public static final int DEFAULT_VOTE_ON_CLEAN = 0;
  public static final int DEFAULT_MAX_INLINE_COMMENTS = 50;

  public ReviewSettings {
    requireNonNull(label, "label");
    if (maxInlineComments < 0) {
      throw new IllegalArgumentException("negative limit of comments: " + maxInlineComments);
    }
  }
}
