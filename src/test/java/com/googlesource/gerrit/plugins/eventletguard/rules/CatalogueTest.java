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

package com.googlesource.gerrit.plugins.eventletguard.rules;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that leads from the items of the catalogue to the rules. */
class CatalogueTest {
  private static final Pattern ROW =
      Pattern.compile("\\| (?<id>[A-G]\\d+[a-f]?) \\| (?<rules>[^|]*)\\| (?<reason>[^|]*)\\|");
  private static final Pattern ID = Pattern.compile("EVT\\d{3}");

  @Test
  void everyItemHasOneRow() throws Exception {
    assertThat(rows().map(row -> row.group("id")).toList())
        .containsExactlyElementsIn(
            Files.readAllLines(Path.of("src/test/resources/rules/catalogue-ids.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList());
  }

  @Test
  void everyItemHasARuleOrAReason() throws Exception {
    List<String> wrong =
        rows()
            .filter(row -> row.group("rules").isBlank() == row.group("reason").isBlank())
            .map(row -> row.group("id"))
            .toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void everyRuleThatIsNamedExists() throws Exception {
    Set<String> rules = RuleCatalog.builtIn().rules().stream().map(Rule::id).collect(toSet());

    rows()
        .forEach(
            row ->
                assertWithMessage(row.group("id"))
                    .that(rules)
                    .containsAtLeastElementsIn(ids(row.group())));
  }

  @Test
  void everyRuleIsNamed() throws Exception {
    Set<String> named = rows().flatMap(row -> ids(row.group("rules")).stream()).collect(toSet());

    assertThat(named)
        .containsExactlyElementsIn(
            RuleCatalog.builtIn().rules().stream()
                .map(Rule::id)
                .filter(id -> !id.startsWith("EVT0")) // about the settings, not about Eventlet
                .collect(toSet()));
  }

  private static List<String> ids(String text) {
    return ID.matcher(text).results().map(found -> found.group()).toList();
  }

  private static java.util.stream.Stream<Matcher> rows() throws IOException {
    return Files.readAllLines(Path.of("docs/catalogue.md")).stream()
        .map(ROW::matcher)
        .filter(Matcher::matches);
  }
}
