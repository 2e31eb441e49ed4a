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

package com.googlesource.gerrit.plugins.eventletguard.scan.packaging;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.UsageLines;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PyprojectScannerTest {
  private static final PyprojectScanner SCANNER =
      new PyprojectScanner(new RequirementNames(RuleCatalog.builtIn()));

  @Test
  void rangeIsTheSpecifierInsideItsQuotes() {
    assertThat(
            scan(
                """
                [project]
                name = "eventlet-user"
                dependencies = [
                  "six",  # "eventlet"
                  # eventlet
                  "eventlet>=0.36",
                ]
                """))
        .containsExactly("eventlet @ 6:3-6:17 = eventlet>=0.36");
  }

  @Test
  void everyElementOfALineIsFoundAtItsPlace() {
    assertThat(scan("[project]\ndependencies = ['😀é', 'eventlet' , \"\"\"Eventlet<1\"\"\"]\n"))
        .containsExactly("eventlet @ 2:24-2:32 = eventlet", "eventlet @ 2:39-2:49 = Eventlet<1")
        .inOrder();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[project.optional-dependencies]\ngreen = ['eventlet']\n",
        "[project]\noptional-dependencies = {green = ['eventlet']}\n",
        "project.optional-dependencies.green = ['eventlet']\n",
        "[dependency-groups]\ntest = [{include-group = 'x'}, 'eventlet']\n",
        "[build-system]\nrequires = ['eventlet']\n",
        "[tool.pdm.dev-dependencies]\ntest = ['eventlet']\n",
        "[tool.uv]\ndev-dependencies = ['eventlet']\n",
        "[tool.hatch.envs.default]\ndependencies = ['eventlet']\n",
        "[tool.hatch.envs.test]\nextra-dependencies = ['eventlet']\n"
      })
  void placeOfSpecifiersIsRead(String text) {
    assertThat(scan(text)).hasSize(1);
    assertThat(scan(text).get(0)).endsWith(" = eventlet");
  }

  @Test
  void poetrysEntryIsTheRange() {
    assertThat(scan("[tool.poetry.dependencies]\n  eventlet = \"^0.36\"  # note\nsix = '*'\n"))
        .containsExactly("eventlet @ 2:2-2:20 = eventlet = \"^0.36\"");
  }

  @Test
  void poetrysExtrasAreRead() {
    assertThat(
            scan(
                """
                [tool.poetry.group.dev.dependencies]
                celery = {version = "^5", extras = ["eventlet"]}
                """))
        .containsExactly(
            "celery[eventlet] @ 2:0-2:48 ="
                + " celery = {version = \"^5\", extras = [\"eventlet\"]}");
  }

  @Test
  void entryOfAnInlineTableEndsAtTheComma() {
    assertThat(scan("[tool.poetry]\ndependencies = {eventlet = '*', six = '*'}\n"))
        .containsExactly("eventlet @ 2:16-2:30 = eventlet = '*'");
  }

  @Test
  void tableOfOneDependencyIsItsHeader() {
    assertThat(scan("[tool.poetry.dependencies.eventlet]\nversion = '^0.36'\n"))
        .containsExactly("eventlet @ 1:0-1:35 = [tool.poetry.dependencies.eventlet]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[project]\nname = 'eventlet'\nkeywords = ['eventlet']\n",
        "[tool.other]\ndependencies = ['eventlet']\n",
        "project = 'eventlet'\n",
        "[project]\ndependencies = 'eventlet'\n",
        "tool = ['eventlet']\n"
      })
  void otherPlacesAreNotRead(String text) {
    assertThat(scan(text)).isEmpty();
  }

  @Test
  void whatIsUnderstoodOfABrokenFileIsRead() {
    assertThat(scan("[project]\ndependencies = ['eventlet']\n<<<<<<< HEAD\n"))
        .containsExactly("eventlet @ 2:17-2:25 = eventlet");
  }

  private static List<String> scan(String text) {
    return UsageLines.of(SCANNER, "pyproject.toml", text);
  }
}
