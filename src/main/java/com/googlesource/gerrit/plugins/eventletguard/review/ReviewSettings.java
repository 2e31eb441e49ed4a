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

import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import java.util.Optional;

/**
 * How loudly a project wants to be spoken to.
 *
 * @param label the label to vote on; empty means comments only
 * @param voteOnFindings the value when a patch set introduces findings from {@code failOn} on
 * @param voteOnClean the value when it does not
 * @param acceptLabel who may vote the maximum on this label can accept a finding, by resolving its
 *     thread
 * @param failOn from this severity on, comments wait for an answer and the vote falls; never {@link
 *     Severity#INFO}, which has no comments
 * @param postResolved whether no comment waits for an answer, whatever its severity
 * @param maxInlineComments at most so many findings of a patch set have an inline comment; the
 *     summary counts the rest
 * @param recipients who gets a mail about a review; empty leaves it to the server
 * @param dryRun whether reviews are only logged, not posted
 */
public record ReviewSettings(
    Optional<String> label,
    int voteOnFindings,
    int voteOnClean,
    String acceptLabel,
    Severity failOn,
    boolean postResolved,
    int maxInlineComments,
    Optional<Notify> recipients,
    boolean dryRun) {
  /** What holds where nothing is set. */
  public static final ReviewSettings DEFAULT =
      new ReviewSettings(
          Optional.empty(),
          /* voteOnFindings= */ -1,
          /* voteOnClean= */ 0,
          "Code-Review",
          Severity.WARNING,
          /* postResolved= */ false,
          /* maxInlineComments= */ 50,
          Optional.empty(),
          /* dryRun= */ false);

  public ReviewSettings {
    requireNonNull(label, "label");
    requireNonNull(acceptLabel, "acceptLabel");
    requireNonNull(failOn, "failOn");
    requireNonNull(recipients, "recipients");
    if (failOn == Severity.INFO) {
      throw new IllegalArgumentException("advice has no comments and cannot fail");
    }
    if (maxInlineComments < 0) {
      throw new IllegalArgumentException("negative limit of comments: " + maxInlineComments);
    }
  }

  /** Whether a finding of this severity counts against a change. */
  boolean fails(Severity severity) {
    return severity.compareTo(failOn) >= 0;
  }
}
