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

package com.googlesource.gerrit.plugins.eventletguard.fix;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.policy.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementFixTest {
  private static String fixed(String path, String text) {
    return FixedText.of(path, text).all();
  }

  @Test
  void requirementGoesWithItsComment() {
    assertThat(
            fixed(
                "requirements.txt",
                "# Licence\n\npbr>=2.0\n# eventlet is for the API\neventlet>=0.36 # MIT\nsix\n"))
        .isEqualTo("# Licence\n\npbr>=2.0\nsix\n");
  }

  @Test
  void hashesGoWithTheirRequirement() {
    assertThat(fixed("requirements.txt", "a\neventlet==0.36 \\\n    --hash=sha256:00\nb\n"))
        .isEqualTo("a\nb\n");
  }

  @Test
  void requirementOfSetupCfgGoes() {
    assertThat(
            fixed("setup.cfg", "[options]\ninstall_requires =\n    a\n    eventlet>=0.36\n    b\n"))
        .isEqualTo("[options]\ninstall_requires =\n    a\n    b\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "['eventlet']|[]",
        "['eventlet', 'a']|['a']",
        "['a', 'eventlet>=1']|['a']",
        "['a', 'eventlet', 'b']|['a', 'b']",
        "['a' , 'eventlet' ]|['a' ]",
      })
  void elementOfAnArrayGoesWithItsComma(String before, String after) {
    String format = "[project]\nname = 'x'\ndependencies = %s\n";

    assertThat(fixed("pyproject.toml", format.formatted(before.replace("'", "\""))))
        .isEqualTo(format.formatted(after.replace("'", "\"")));
  }

  @Test
  void elementOnItsOwnLineLeavesNoLine() {
    assertThat(
            fixed(
                "pyproject.toml",
                """
                [project]
                dependencies = [
                  'a',
                  # The API needs eventlet.
                  'eventlet>=0.36',  # MIT
                  'b'
                ]
                """))
        .isEqualTo("[project]\ndependencies = [\n  'a',\n  'b'\n]\n");
  }

  @Test
  void entryOfPoetryGoes() {
    assertThat(
            fixed(
                "pyproject.toml",
                "[tool.poetry.dependencies]\na = '*'\neventlet = '^0.36'\nb = '*'\n"))
        .isEqualTo("[tool.poetry.dependencies]\na = '*'\nb = '*'\n");
  }

  @Test
  void requirementStaysWhileTheBranchUsesEventlet() throws Exception {
    for (Stage stage : new Stage[] {Stage.EVENTLET, Stage.DUAL}) {
      assertThat(
              FixedText.of(FixedText.file("requirements.txt", "eventlet\n"), "2026.2", stage)
                  .fixable())
          .isEmpty();
    }
  }

  @Test
  void requirementOfSomethingElseStays() {
    assertThat(fixed("requirements.txt", "celery[eventlet]\n")).isEqualTo("celery[eventlet]\n");
    assertThat(fixed("upper-constraints.txt", "eventlet===0.40\n")).isEqualTo("eventlet===0.40\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 1_000, 3_000})
  void whatIsNestedTooDeeplyIsLeftAloneOrFixed(int depth) {
    String nested = "x = " + "[".repeat(depth) + "]".repeat(depth) + "\n";
    String before = "[project]\ndependencies = ['eventlet']\n" + nested;

    assertThat(fixed("pyproject.toml", before)).isAnyOf(before, before.replace("'eventlet'", ""));
  }
}
