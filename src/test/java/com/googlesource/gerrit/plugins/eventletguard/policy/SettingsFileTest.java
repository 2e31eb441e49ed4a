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

package com.googlesource.gerrit.plugins.eventletguard.policy;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleProblem;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsFileTest {
  private static SettingsFile parse(String... lines) {
    return SettingsFile.parse(BranchSettings.FILE, String.join("\n", lines), RuleCatalog.builtIn());
  }

  private static List<String> problems(String... lines) {
    return parse(lines).problems().stream().map(RuleProblem::message).toList();
  }

  @Test
  void emptyFileIsTheDefault() {
    assertThat(parse("")).isEqualTo(SettingsFile.NONE);
  }

  @Test
  void autoIsTheDefaultStage() {
    assertThat(parse("[branch]", "stage = auto")).isEqualTo(SettingsFile.NONE);
  }

  @Test
  void everyKeyIsRead() {
    SettingsFile file =
        parse(
            "[branch]",
            "stage = Dual",
            "series = hibiscus",
            "[tests]",
            "judge = info",
            "path = a",
            "[guard]",
            "condition = b",
            "function = c",
            "path = d",
            "[facade]",
            "path = e",
            "[ignore]",
            "path = f",
            "rule = spawn",
            "[severity]",
            "info = EVT100",
            "error = EVT111",
            "[fix]",
            "offer = false");

    assertThat(file.problems()).isEmpty();
    assertThat(file.settings())
        .isEqualTo(
            new BranchSettings(
                Optional.of(Stage.DUAL),
                Optional.of(new Series("2026.2")),
                Optional.of(TestsPolicy.INFO),
                List.of(Glob.of("a")),
                Set.of("b"),
                Set.of("c"),
                List.of(Glob.of("d")),
                List.of(Glob.of("e")),
                List.of(Glob.of("f")),
                Set.of("EVT110"),
                Map.of("EVT100", Severity.INFO, "EVT111", Severity.ERROR),
                /* offersFixes= */ false));
  }

  @Test
  void badStageNamesTheValueAndTheDefaultHolds() {
    SettingsFile file = parse("[branch]", "stage = green");

    assertThat(file.settings()).isEqualTo(BranchSettings.DEFAULT);
    assertThat(file.problems().getFirst().message())
        .isEqualTo(
            ".eventlet-guard.config: [branch]: stage = green: use eventlet, dual, removed or"
                + " auto.");
  }

  @Test
  void badValueCostsNoOther() {
    assertThat(parse("[branch]", "stage = dual", "series = 3000").settings().stage())
        .hasValue(Stage.DUAL);
  }

  @Test
  void unknownSectionIsNamed() {
    assertThat(problems("[paths]", "x = y"))
        .containsExactly(
            ".eventlet-guard.config: [paths]: no such section; there are branch, facade, fix,"
                + " guard, ignore, severity or tests.");
  }

  @Test
  void unknownKeyIsNamed() {
    assertThat(problems("[facade]", "module = x"))
        .containsExactly(
            ".eventlet-guard.config: [facade]: module: no such key; [facade] has path.");
  }

  @Test
  void sectionWithANameIsPointedOut() {
    assertThat(problems("[facade \"x\"]", "path = y"))
        .containsExactly(
            ".eventlet-guard.config: [facade \"x\"]: this section has no name; write [facade].");
  }

  @Test
  void unknownRuleIsNamed() {
    assertThat(problems("[ignore]", "rule = EVT999")).hasSize(1);
  }

  @Test
  void ruleWithTwoSeveritiesIsPointedOut() {
    assertThat(problems("[severity]", "info = EVT110", "error = spawn")).hasSize(1);
  }

  @Test
  void stageMayStandOnce() {
    assertThat(problems("[branch]", "stage = dual", "stage = removed")).hasSize(1);
  }

  @Test
  void conditionIsOneName() {
    assertThat(problems("[guard]", "condition = monkey_patch.is_patched()")).hasSize(1);
  }

  @Test
  void problemsOfTheProjectsRulesAreToldWithTheOthers() {
    assertThat(problems("[rule \"EVT901\"]", "name = x", "[branch]", "stage = green"))
        .containsExactly(
            ".eventlet-guard.config: [rule \"EVT901\"]: title: the key is missing.",
            ".eventlet-guard.config: [branch]: stage = green: use eventlet, dual, removed or"
                + " auto.");
  }

  @Test
  void ruleOfTheProjectCanBeDisabledAndJudgedLikeAnyOther() {
    SettingsFile file =
        parse(
            "[rule \"EVT901\"]",
            "name = own",
            "title = It is ours",
            "severity = warning",
            "kind = use",
            "symbol = stratus.start",
            "reason = It goes.",
            "[ignore]",
            "rule = own",
            "[severity]",
            "error = EVT901");

    assertThat(file.problems()).isEmpty();
    assertThat(file.settings().disabledRules()).containsExactly("EVT901");
    assertThat(file.settings().severities()).containsExactly("EVT901", Severity.ERROR);
  }

  @Test
  void brokenFileIsOneProblem() {
    SettingsFile file = parse("[branch", "stage = dual");

    assertThat(file.settings()).isEqualTo(BranchSettings.DEFAULT);
    assertThat(file.problems()).hasSize(1);
  }
}
