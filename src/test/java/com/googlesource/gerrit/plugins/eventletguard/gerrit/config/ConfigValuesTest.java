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

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.review.Notify;
import com.googlesource.gerrit.plugins.eventletguard.review.ReviewSettings;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConfigValuesTest {
  private final List<String> problems = new ArrayList<>();

  @Test
  void pluginIsDisabledAndQuietByDefault() {
    ProjectSettings settings = project(Map.of());

    assertThat(settings.enabled()).isFalse();
    assertThat(settings.review()).isEqualTo(ReviewSettings.DEFAULT);
  }

  @Test
  void projectSettingsAreRead() {
    ProjectSettings settings =
        project(
            Map.of(
                "enabled", "yes",
                "label", " Eventlet-Free ",
                "voteOnFindings", "-2",
                "voteOnClean", "+1",
                "acceptLabel", "Eventlet-Accepted",
                "failOn", "ERROR",
                "postResolved", "true",
                "maxInlineComments", "7",
                "notify", "owner_reviewers",
                "dryRun", "on"));

    assertThat(settings.enabled()).isTrue();
    assertThat(settings.review())
        .isEqualTo(
            new ReviewSettings(
                Optional.of("Eventlet-Free"),
                -2,
                1,
                "Eventlet-Accepted",
                Severity.ERROR,
                true,
                7,
                Optional.of(Notify.OWNER_REVIEWERS),
                true));
    assertThat(problems).isEmpty();
  }

  @Test
  void badBooleanIsNamedAndTheDefaultHolds() {
    assertThat(project(Map.of("enabled", "maybe")).enabled()).isFalse();
    assertThat(problems)
        .containsExactly(
            "project.config of nova: [plugin \"eventlet-guard\"] enabled = maybe is not true,"
                + " false or enforced; false holds");
  }

  @Test
  void badNumberIsNamedAndTheDefaultHolds() {
    assertThat(project(Map.of("voteOnFindings", "minus one")).review().voteOnFindings())
        .isEqualTo(-1);
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst()).contains("voteOnFindings = minus one");
  }

  @Test
  void unknownWordIsNamedWithTheChoicesAndTheDefaultHolds() {
    assertThat(project(Map.of("failOn", "info")).review().failOn()).isEqualTo(Severity.WARNING);
    assertThat(problems.getFirst())
        .contains("failOn = info is not warning or error; warning holds");
  }

  @Test
  void unknownNotificationIsLeftToTheServer() {
    assertThat(project(Map.of("notify", "everybody")).review().recipients()).isEmpty();
    assertThat(problems.getFirst())
        .contains("is not none, owner, owner_reviewers or all; the default holds");
  }

  @Test
  void projectCannotHaveMoreCommentsThanTheSiteAllows() {
    assertThat(project(Map.of("maxInlineComments", "900")).review().maxInlineComments())
        .isEqualTo(50);
    assertThat(problems).isEmpty();
  }

  @Test
  void blankLabelIsNone() {
    assertThat(project(Map.of("label", " ")).review().label()).isEmpty();
  }

  @Test
  void serverSettingsHaveDefaults() {
    ServerSettings settings = new ServerSettings(values(Map.of()));

    assertThat(settings.account()).isEqualTo("eventlet-guard");
    assertThat(settings.createAccount()).isFalse();
    assertThat(settings.threads()).isEqualTo(2);
    assertThat(settings.maxInlineComments()).isEqualTo(50);
  }

  @Test
  void numberOutOfItsBoundsIsNamedAndTheDefaultHolds() {
    assertThat(new ServerSettings(values(Map.of("threads", "0"))).threads()).isEqualTo(2);
    assertThat(problems.getFirst()).contains("threads = 0 is not a number from 1 to 64; 2 holds");
  }

  private ProjectSettings project(Map<String, String> entries) {
    return ProjectSettings.of(values(entries), 50);
  }

  private ConfigValues values(Map<String, String> entries) {
    return new ConfigValues(
        "[plugin \"eventlet-guard\"]",
        key ->
            Optional.ofNullable(entries.get(key))
                .map(text -> new ConfigValues.Value(text, "project.config of nova")),
        problem -> problems.add(problem.warning()));
  }
}
