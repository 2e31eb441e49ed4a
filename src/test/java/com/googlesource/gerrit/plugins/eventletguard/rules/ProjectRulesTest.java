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

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.Config;
import org.junit.jupiter.api.Test;

/** A project's own rules on top of the built-in ones. */
class ProjectRulesTest {
  private static final String NEW_RULE =
      """
      [rule "EVT901"]
        name = shared-session
        title = A shared session is used
        severity = error
        kind = use
        symbol = stratus.db.shared_session
        reason = It is not safe between threads.
      """;

  private record Extended(RuleCatalog catalog, List<String> problems) {}

  private static Extended extend(String text) throws Exception {
    Config config = new Config();
    config.fromText(text);
    List<String> problems = new ArrayList<>();
    RuleCatalog catalog =
        RuleCatalog.builtIn()
            .extendedBy("my.config", config, problem -> problems.add(problem.message()));
    return new Extended(catalog, problems);
  }

  private static RuleCatalog catalog(String text) throws Exception {
    Extended extended = extend(text);
    assertThat(extended.problems()).isEmpty();
    return extended.catalog();
  }

  private static Pattern match(RuleCatalog catalog, UsageKind kind, String symbol) {
    return catalog.match(kind, symbol).orElseThrow();
  }

  private static Pattern builtIn(UsageKind kind, String symbol) {
    return match(RuleCatalog.builtIn(), kind, symbol);
  }

  @Test
  void fileWithoutRulesLeavesTheCatalogAsItIs() throws Exception {
    assertThat(catalog("[branch]\n stage = dual\n")).isSameInstanceAs(RuleCatalog.builtIn());
  }

  @Test
  void severityOfARuleHoldsForAllItsPatterns() throws Exception {
    RuleCatalog catalog = catalog("[rule \"EVT100\"]\n severity = info\n");

    assertThat(match(catalog, UsageKind.IMPORT, "eventlet").severity()).isEqualTo(Severity.INFO);
    assertThat(match(catalog, UsageKind.IMPORT, "eventlet.tpool").severity())
        .isEqualTo(Severity.INFO);
  }

  @Test
  void patternSaysMoreThanItsRule() throws Exception {
    RuleCatalog catalog =
        catalog(
            """
            [rule "EVT100"]
              severity = info
            [pattern "EVT100/native-pool"]
              severity = warning
            """);

    assertThat(match(catalog, UsageKind.IMPORT, "eventlet.tpool").severity())
        .isEqualTo(Severity.WARNING);
  }

  @Test
  void whatIsNotSaidStaysBuiltIn() throws Exception {
    Pattern before = builtIn(UsageKind.USE, "eventlet.spawn");

    Pattern pattern =
        match(
            catalog("[rule \"EVT110\"]\n reason = Ours.\n guide = https://example.org/threads\n"),
            UsageKind.USE,
            "eventlet.spawn");

    assertThat(pattern.reason()).isEqualTo("Ours.");
    assertThat(pattern.guide()).hasValue(URI.create("https://example.org/threads"));
    assertThat(pattern.alternatives()).isEqualTo(before.alternatives());
    assertThat(pattern.symbols()).isEqualTo(before.symbols());
    assertThat(pattern.severity()).isEqualTo(before.severity());
  }

  @Test
  void helperOfTheProjectComesBeforeTheOtherAlternatives() throws Exception {
    List<Alternative> before = builtIn(UsageKind.USE, "eventlet.spawn").alternatives();

    List<Alternative> alternatives =
        match(
                catalog("[rule \"EVT110\"]\n alternative = our helper\n"),
                UsageKind.USE,
                "eventlet.spawn")
            .alternatives();

    assertThat(alternatives.getFirst()).isEqualTo(Alternative.of("our helper"));
    assertThat(alternatives.subList(1, alternatives.size())).isEqualTo(before);
  }

  @Test
  void emptyValueFirstTakesTheOtherAlternativesAway() throws Exception {
    RuleCatalog catalog = catalog("[rule \"EVT110\"]\n alternative =\n alternative = our helper\n");

    assertThat(match(catalog, UsageKind.USE, "eventlet.spawn").alternatives())
        .containsExactly(Alternative.of("our helper"));
  }

  @Test
  void newPatternHasFromTheBuiltInRuleWhatItDoesNotSay() throws Exception {
    Pattern pattern =
        match(
            catalog("[pattern \"EVT110/stratus\"]\n symbol = stratus.utils.spawn\n"),
            UsageKind.USE,
            "stratus.utils.spawn");

    assertThat(pattern.key()).isEqualTo("EVT110/stratus");
    assertThat(pattern.rule().name()).isEqualTo("spawn");
    assertThat(pattern.guide()).isEqualTo(builtIn(UsageKind.USE, "eventlet.spawn").guide());
    assertThat(pattern.everyStage()).isFalse();
  }

  @Test
  void symbolsOfABuiltInPatternAreAddedTo() throws Exception {
    RuleCatalog catalog = catalog("[rule \"EVT110\"]\n symbol = stratus.utils.spawn\n");

    assertThat(match(catalog, UsageKind.USE, "stratus.utils.spawn").key()).isEqualTo("EVT110");
    assertThat(match(catalog, UsageKind.USE, "eventlet.spawn").key()).isEqualTo("EVT110");
  }

  @Test
  void symbolOfTheProjectIsStrongerThanABuiltInOne() throws Exception {
    RuleCatalog catalog =
        catalog(NEW_RULE.replace("stratus.db.shared_session", "eventlet.greenthread.spawn"));

    assertThat(match(catalog, UsageKind.USE, "eventlet.spawn").key()).isEqualTo("EVT901");
  }

  @Test
  void ruleOfTheProjectHoldsAtEveryStageAndNeedsNoGuide() throws Exception {
    Pattern pattern = match(catalog(NEW_RULE), UsageKind.USE, "stratus.db.shared_session");

    assertThat(pattern.rule())
        .isEqualTo(
            new Rule(
                "EVT901", "shared-session", "A shared session is used", "Rules of the project"));
    assertThat(pattern.everyStage()).isTrue();
    assertThat(pattern.guide()).hasValue(URI.create("https://removal.eventlet.org/guide/"));
  }

  @Test
  void rulesStayInTheOrderOfTheirIds() throws Exception {
    List<String> ids = catalog(NEW_RULE).rules().stream().map(Rule::id).toList();

    assertThat(ids).isInOrder();
    assertThat(ids.getLast()).isEqualTo("EVT901");
  }

  @Test
  void newRuleWithABuiltInNumberIsRefused() throws Exception {
    assertThat(extend(NEW_RULE.replace("EVT901", "EVT199")).problems())
        .containsExactly(
            "my.config: [rule \"EVT199\"]: there is no such built-in rule; a project's own are"
                + " EVT900 to EVT999.");
  }

  @Test
  void badRuleCostsNoOther() throws Exception {
    Extended extended =
        extend(
            NEW_RULE
                + "[rule \"EVT902\"]\n name = other\n title = Other\n severity = grave\n"
                + " kind = use\n symbol = stratus.other\n reason = Why.\n"
                + "[rule \"EVT903\"]\n title = No name\n kind = use\n symbol = stratus.more\n"
                + "[pattern \"EVT903/word\"]\n symbol = stratus.word\n"
                + "[pattern \"EVT777/word\"]\n symbol = stratus.lost\n"
                + "[rule \"EVT110\"]\n severity = loud\n kind = import\n colour = red\n");

    assertThat(extended.problems())
        .containsExactly(
            "my.config: [rule \"EVT902\"]: severity = grave: use info, warning or error.",
            "my.config: [rule \"EVT903\"]: name: the key is missing.",
            "my.config: [pattern \"EVT777/word\"]: there is no [rule \"EVT777\"]; add it or correct"
                + " the id.",
            "my.config: [rule \"EVT110\"]: colour: no such key; a section [rule] has name, title,"
                + " group, severity, kind, symbol, reason, alternative, guide, link, fix,"
                + " deprecated, removed, every-stage, tier or design-pattern.",
            "my.config: [rule \"EVT110\"]: kind: a built-in rule keeps this key; leave it out.",
            "my.config: [rule \"EVT110\"]: severity = loud: use info, warning or error.");
    assertThat(match(extended.catalog(), UsageKind.USE, "stratus.db.shared_session").key())
        .isEqualTo("EVT901");
    assertThat(match(extended.catalog(), UsageKind.USE, "eventlet.spawn").severity())
        .isEqualTo(builtIn(UsageKind.USE, "eventlet.spawn").severity());
  }

  @Test
  void nameOfAnotherRuleIsPointedOut() throws Exception {
    assertThat(extend(NEW_RULE.replace("shared-session", "spawn")).problems())
        .containsExactly("my.config: [rule \"EVT901\"]: name = spawn: this is the name of EVT110");
  }

  @Test
  void ruleThatFindsNothingIsPointedOut() throws Exception {
    assertThat(extend(NEW_RULE.replace("symbol = stratus.db.shared_session", "")).problems())
        .containsExactly(
            "my.config: [rule \"EVT901\"]: symbol: the key is missing, and no [pattern] of the rule"
                + " has it.");
  }

  @Test
  void symbolThatCannotBeLookedForIsNamed() throws Exception {
    for (String symbol :
        List.of(
            "*", "os.*", "stratus.db.*.x*.y*.z*", "stratus-db", "a", "x.".repeat(150) + "name")) {
      Extended extended =
          extend(
              "[pattern \"EVT110/own\"]\n symbol = stratus.good\n symbol = %s\n".formatted(symbol));

      assertThat(extended.problems()).hasSize(1);
      assertThat(extended.problems().getFirst())
          .startsWith("my.config: [pattern \"EVT110/own\"]: symbol = " + symbol + ": ");
      assertThat(match(extended.catalog(), UsageKind.USE, "stratus.good").key())
          .isEqualTo("EVT110/own");
    }
  }

  @Test
  void tooManySymbolsAreCutOff() throws Exception {
    String symbols =
        IntStream.range(0, 600)
            .mapToObj(i -> "[pattern \"EVT110/own%d\"]\n symbol = stratus.name%d\n".formatted(i, i))
            .limit(290)
            .collect(Collectors.joining());
    String more =
        IntStream.range(0, 100)
            .mapToObj("  symbol = stratus.more%d\n"::formatted)
            .collect(Collectors.joining());

    Extended extended =
        extend(
            symbols
                + "[pattern \"EVT110/a\"]\n"
                + more
                + "[pattern \"EVT110/b\"]\n"
                + more.replace("more", "most")
                + "[pattern \"EVT110/c\"]\n"
                + more.replace("more", "last"));

    assertThat(extended.problems()).isNotEmpty();
    assertThat(extended.problems().getFirst()).contains("a project's rules have at most 500");
    assertThat(
            extended.catalog().projectPatterns().stream().mapToInt(p -> p.symbols().size()).sum())
        .isEqualTo(500);
  }

  @Test
  void tooManySectionsAreNotReadAtAll() throws Exception {
    String sections =
        IntStream.range(0, 301)
            .mapToObj("[pattern \"EVT110/own%d\"]\n symbol = stratus.name\n"::formatted)
            .collect(Collectors.joining());

    Extended extended = extend(sections);

    assertThat(extended.problems())
        .containsExactly(
            "my.config: too many sections [rule] and [pattern], so that none of them holds; there"
                + " may be 300.");
    assertThat(extended.catalog().projectPatterns()).isEmpty();
  }

  @Test
  void textThatIsTooLongIsNotTaken() throws Exception {
    Extended extended = extend("[rule \"EVT110\"]\n reason = %s\n".formatted("a".repeat(2001)));

    assertThat(extended.problems()).hasSize(1);
    assertThat(extended.problems().getFirst()).contains("a value has at most 2000 characters");
    assertThat(match(extended.catalog(), UsageKind.USE, "eventlet.spawn").reason())
        .isEqualTo(builtIn(UsageKind.USE, "eventlet.spawn").reason());
  }

  @Test
  void optionOfTheProjectIsKnownInSamplesToo() throws Exception {
    RuleCatalog catalog =
        catalog(
            NEW_RULE
                .replace("kind = use", "kind = option")
                .replace("stratus.db.shared_session", "DEFAULT/green_workers"));

    assertThat(match(catalog, UsageKind.OPTION, "#DEFAULT/green_workers").severity())
        .isEqualTo(Severity.INFO);
  }

  @Test
  void noBuiltInRuleHasAnIdOfAProject() {
    assertThat(
            RuleCatalog.builtIn().rules().stream().map(Rule::id).filter(Rule::isProjectId).toList())
        .isEmpty();
  }
}
