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

import java.util.List;
import org.eclipse.jgit.lib.Config;
import org.junit.jupiter.api.Test;

final class SectionCheckTest {
  private static final String SECTION = "project.config: [plugin \"eventlet-guard\"] ";

  @Test
  void rightValuesAreLeftAlone() throws Exception {
    assertThat(
            problems(
                "enabled = enforced",
                "label = Eventlet-Free",
                "voteOnFindings = -2",
                "failOn = ERROR",
                "dryRun = yes"))
        .isEmpty();
  }

  @Test
  void wrongValueIsNamedWithWhatWouldBeRight() throws Exception {
    assertThat(problems("enabled = maybe"))
        .containsExactly(SECTION + "enabled = maybe is not true, false or enforced");
  }

  @Test
  void everyWrongValueIsNamed() throws Exception {
    assertThat(problems("voteOnClean = many", "failOn = info", "notify = everybody"))
        .containsExactly(
            SECTION + "voteOnClean = many is not a number from -32768 to 32767",
            SECTION + "failOn = info is not warning or error",
            SECTION + "notify = everybody is not none, owner, owner_reviewers or all");
  }

  @Test
  void keyThatThereIsNotIsNamedWithThoseThatThereAre() throws Exception {
    List<String> problems = problems("enable = true");

    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst())
        .startsWith(SECTION + "enable = true sets a key that there is not; there are enabled, ");
    assertThat(problems.getFirst()).contains("voteOnFindings");
  }

  @Test
  void keysAreTheSameInUpperAndLowerCase() throws Exception {
    assertThat(problems("votEonFINDings = -1")).isEmpty();
  }

  @Test
  void keyThatStandsTwiceIsNamed() throws Exception {
    assertThat(problems("enabled = true", "enabled = false"))
        .containsExactly(
            SECTION + "enabled = true, false are several values; the key may stand once");
  }

  @Test
  void blankChoiceIsWrong() throws Exception {
    assertThat(problems("enabled =")).hasSize(1);
  }

  @Test
  void blankLabelIsRight() throws Exception {
    assertThat(problems("label =")).isEmpty();
  }

  @Test
  void choiceToInheritIsRight() throws Exception {
    assertThat(problems("enabled = INHERIT")).isEmpty();
  }

  @Test
  void sectionsOfOthersAreLeftAlone() throws Exception {
    Config config = new Config();
    config.fromText("[plugin \"other\"]\n\tenabled = maybe\n[label \"A\"]\n\tvalue = x\n");

    assertThat(check().problems(config)).isEmpty();
  }

  @Test
  void settingsOfTheServerAreCheckedAlike() throws Exception {
    Config config = new Config();
    config.fromText("[plugin \"eventlet-guard\"]\n\tthreads = 0\n\tacount = bot\n");
    SectionCheck check =
        new SectionCheck(
            "eventlet-guard",
            "gerrit.config",
            values -> {
              var unused = new ServerSettings(values);
            });

    List<String> warnings = check.problems(config).stream().map(ConfigProblem::warning).toList();

    assertThat(warnings).hasSize(2);
    assertThat(warnings.get(0))
        .isEqualTo(
            "gerrit.config: [plugin \"eventlet-guard\"] threads = 0 is not a number from 1 to 64;"
                + " 2 holds");
    assertThat(warnings.get(1)).contains("acount = bot sets a key that there is not");
  }

  private static List<String> problems(String... lines) throws Exception {
    Config config = new Config();
    config.fromText("[plugin \"eventlet-guard\"]\n\t" + String.join("\n\t", lines) + "\n");
    return check().problems(config).stream().map(ConfigProblem::refusal).toList();
  }

  private static SectionCheck check() {
    return new SectionCheck(
        "eventlet-guard",
        "project.config",
        values -> {
          var unused = ProjectSettings.of(values, 50);
        });
  }
}
