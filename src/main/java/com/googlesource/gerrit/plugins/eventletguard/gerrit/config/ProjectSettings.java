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

package com.googlesource.gerrit.plugins.eventletguard.gerrit.config;

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.review.ReviewSettings;

/**
 * What a project decides, in {@code project.config}, with what it inherits.
 *
 * @param enabled whether its changes are scanned at all
 * @param review how loudly it wants to be spoken to
 */
public record ProjectSettings(boolean enabled, ReviewSettings review) {
  /** The server stores votes as such. */
  private static final int LEAST_VOTE = Short.MIN_VALUE;

  private static final int GREATEST_VOTE = Short.MAX_VALUE;

  public ProjectSettings {
    requireNonNull(review, "review");
  }

  static ProjectSettings of(ConfigValues values, int maxInlineComments) {
    return new ProjectSettings(
        values.booleanOr("enabled", false),
        new ReviewSettings(
            values.text("label"),
            values.intOr(
                "voteOnFindings",
                ReviewSettings.DEFAULT_VOTE_ON_FINDINGS,
                LEAST_VOTE,
                GREATEST_VOTE),
            values.intOr(
                "voteOnClean", ReviewSettings.DEFAULT_VOTE_ON_CLEAN, LEAST_VOTE, GREATEST_VOTE),
            maxInlineComments));
  }
}
