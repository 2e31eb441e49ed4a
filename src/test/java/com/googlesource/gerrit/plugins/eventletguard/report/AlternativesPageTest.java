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
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.Release;
import com.googlesource.gerrit.plugins.eventletguard.rules.Rule;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.Technique;
import com.googlesource.gerrit.plugins.eventletguard.rules.Tier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page on alternatives says what the rules know. */
class AlternativesPageTest {
  private static final RuleCatalog CATALOG = RuleCatalog.builtIn();

  private static String page;

  @BeforeAll
  static void readPage() throws Exception {
    page = Files.readString(Path.of("resources", "Documentation", "alternatives.md"));
  }

  @Test
  void everyTechniqueHasItsRow() {
    for (Technique technique : CATALOG.techniques()) {
      String firstIn =
          Stream.concat(
                  technique.needs().map(Release::toString).stream(),
                  Stream.of(technique.note()).filter(note -> !note.isEmpty()))
              .collect(joining("; "));

      assertThat(page)
          .contains(
              "\n| `%s` | [%s](%s) | %s | %s | %s | %s |\n"
                  .formatted(
                      technique.id(),
                      technique.name(),
                      technique.link(),
                      technique.style().word(),
                      technique.switching().word(),
                      technique.callersBecomeAsync() ? "they become async" : "nothing",
                      firstIn));
    }
  }

  @Test
  void everyTierListsItsRules() {
    for (Tier tier : Tier.values()) {
      String rules =
          CATALOG.patterns().stream()
              .filter(pattern -> pattern.correspondence().tiers().contains(tier))
              .map(Pattern::rule)
              .map(Rule::id)
              .distinct()
              .sorted()
              .map(id -> "[%s](rules.md#%s)".formatted(id, id))
              .collect(joining(", "));

      assertWithMessage(tier.title())
          .that(page.lines().filter(line -> line.startsWith(row(tier))).toList())
          .hasSize(1);
      assertThat(page.lines().filter(line -> line.startsWith(row(tier))).findFirst().orElseThrow())
          .endsWith(" | " + rules + " |");
    }
  }

  @Test
  void everyMinimumStandsAmongTheRequirements() {
    for (Technique technique : CATALOG.techniques()) {
      technique
          .needs()
          .ifPresent(
              release ->
                  assertThat(page)
                      .contains(
                          "| %s %s | %s |"
                              .formatted(release.library(), release.version(), release.series())));
    }
  }

  /** Links that a rule may have are held by the list of pages; these stand on this page only. */
  @Test
  void everyLinkLeadsToAPageThatExists() throws Exception {
    Set<String> pages =
        new HashSet<>(Files.readAllLines(Path.of("src/test/resources/rules/pages.txt")));
    Set<String> links =
        java.util.regex.Pattern.compile("\\]\\((https://[^)]+)\\)")
            .matcher(page)
            .results()
            .map((MatchResult found) -> found.group(1))
            .collect(toSet());

    assertThat(pages).containsAtLeastElementsIn(links);
  }

  private static String row(Tier tier) {
    return "| %d %s |".formatted(tier.number(), tier.title());
  }
}
