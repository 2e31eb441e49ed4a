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

import com.googlesource.gerrit.plugins.eventletguard.review.Notify;
import com.googlesource.gerrit.plugins.eventletguard.review.ReviewSettings;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import java.util.List;
import java.util.Set;

/**
 * What a project decides, in {@code project.config}, with what it inherits.
 *
 * @param enabled whether its changes are scanned at all
 * @param enforced whether nothing that an author writes, in the code or in the commit message,
 *     silences a finding
 * @param scanWorkInProgress whether a change is scanned before it is ready for review
 * @param skippedUploaders user names whose patch sets are left alone
 * @param review how loudly it wants to be spoken to
 */
public record ProjectSettings(
    boolean enabled,
    boolean enforced,
    boolean scanWorkInProgress,
    Set<String> skippedUploaders,
    ReviewSettings review) {
  /** The server stores votes as such. */
  private static final int LEAST_VOTE = Short.MIN_VALUE;

  private static final int GREATEST_VOTE = Short.MAX_VALUE;

  public ProjectSettings {
    skippedUploaders = Set.copyOf(skippedUploaders);
    requireNonNull(review, "review");
  }

  /**
   * @param most what the site allows at most of inline comments, which is also the default
   */
  static ProjectSettings of(ConfigValues values, int most) {
    ReviewSettings byDefault = ReviewSettings.DEFAULT;
    Enablement enabled =
        values.parsed(
            Inheritance.ENABLED,
            Enablement::parseOrNull,
            "true, false or enforced",
            Enablement.OFF,
            Enablement.OFF.word());
    return new ProjectSettings(
        enabled != Enablement.OFF,
        enabled == Enablement.ENFORCED,
        values.booleanOr("scanWorkInProgress", false),
        values.words("skipUploader"),
        new ReviewSettings(
            values.text("label"),
            vote(values, "voteOnFindings", byDefault.voteOnFindings()),
            vote(values, "voteOnClean", byDefault.voteOnClean()),
            values.textOr("acceptLabel", byDefault.acceptLabel()),
            values.wordOr(
                "failOn",
                byDefault.failOn(),
                List.of(Severity.WARNING, Severity.ERROR),
                Severity::word),
            values.booleanOr("postResolved", byDefault.postResolved()),
            Math.min(values.intOr("maxInlineComments", most, 0, Integer.MAX_VALUE), most),
            values.word("notify", List.of(Notify.values()), Notify::word),
            values.booleanOr("dryRun", byDefault.dryRun())));
  }

  private static int vote(ConfigValues values, String key, int byDefault) {
    return values.intOr(key, byDefault, LEAST_VOTE, GREATEST_VOTE);
  }
}
