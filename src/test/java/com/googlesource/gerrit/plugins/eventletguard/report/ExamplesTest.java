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

package com.googlesource.gerrit.plugins.eventletguard.report;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.toSet;

import com.googlesource.gerrit.plugins.eventletguard.rules.Example;
import com.googlesource.gerrit.plugins.eventletguard.rules.Rule;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.BuiltInScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the rules show what the rules find, and what they do not. */
class ExamplesTest {
  private static final Path FOLDER = Path.of("resources", "rules", "examples");

  /** Comes with every use of Eventlet. */
  private static final String IMPORT = "EVT100";

  @ParameterizedTest
  @MethodSource("rulesWithExamples")
  void exampleBeforeIsFoundByItsRuleAlone(Rule rule) {
    Example example = Example.of(rule).orElseThrow();

    Set<String> found = rulesThatFind(example.before(), example);

    Set<String> expected = new HashSet<>(Set.of(rule.id()));
    if (rule.id().startsWith("EVT1") && !rule.id().equals("EVT100")) {
      expected.add(IMPORT);
    }
    if (rule.id().equals("EVT100")) {
      expected.add("EVT110"); // an import is nothing without a use
    }
    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("rulesWithExamples")
  void exampleAfterIsFoundByNoRule(Rule rule) {
    Example example = Example.of(rule).orElseThrow();

    assertThat(rulesThatFind(example.after(), example)).isEmpty();
  }

  /** Rules about Eventlet itself and about indirect use of it; any other may have one. */
  @Test
  void everyRuleAboutCodeHasAnExample() {
    Set<String> without =
        RuleCatalog.builtIn().rules().stream()
            .filter(rule -> rule.id().matches("EVT[12].*"))
            .filter(rule -> Example.of(rule).isEmpty())
            .map(Rule::id)
            .collect(toSet());

    assertThat(without).isEmpty();
  }

  @Test
  void everyFileIsAnExampleOfARule() throws IOException {
    Set<Path> expected = new HashSet<>(Set.of(FOLDER.resolve("index")));
    for (Rule rule : rulesWithExamples()) {
      String fileType = Example.of(rule).orElseThrow().fileType();
      expected.add(FOLDER.resolve(rule.id()).resolve("before." + fileType));
      expected.add(FOLDER.resolve(rule.id()).resolve("after." + fileType));
    }

    try (Stream<Path> files = Files.walk(FOLDER)) {
      assertThat(files.filter(Files::isRegularFile).collect(toSet())).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("rulesWithExamples")
  void exampleIsShortAndNarrow(Rule rule) {
    Example example = Example.of(rule).orElseThrow();

    for (String code : List.of(example.before(), example.after())) {
      assertWithMessage(code).that(code.lines().count()).isAtMost(20);
      code.lines().forEach(line -> assertWithMessage(line).that(line.length()).isAtMost(79));
    }
  }

  private static Set<String> rulesThatFind(String code, Example example) {
    String path =
        example.fileType().equals("txt") ? "requirements.txt" : "sample." + example.fileType();
    return BuiltInScanner.findings(path, code).stream()
        .map(Finding::rule)
        .map(Rule::id)
        .collect(toSet());
  }

  static List<Rule> rulesWithExamples() {
    return RuleCatalog.builtIn().rules().stream()
        .filter(rule -> Example.of(rule).isPresent())
        .toList();
  }
}
