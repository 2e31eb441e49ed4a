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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleCatalogReaderTest {
  private static final String RULE =
      """
      [rule "EVT900"]
        name = sample
        title = A sample is used
        group = Samples
        severity = warning
        kind = use
        symbol = sample.one
        reason = It goes away.
        alternative = one thing
        alternative = another thing
        guide = "https://example.org/guide#one"
        link = https://example.org/more
        fix = conditional
      """;

  private static final String TECHNIQUE =
      """
      [technique "loop"]
        name = a loop
        style = async
        switching = cooperative
        needs = sample 2.0 (2026.1)
        note = not for every day
        link = https://example.org/loop
      """;

  @Test
  void ruleWithASymbolIsAPattern() throws Exception {
    Pattern pattern = read(RULE).patterns().get(0);

    assertThat(pattern)
        .isEqualTo(
            new Pattern(
                new Rule("EVT900", "sample", "A sample is used", "Samples"),
                "EVT900",
                java.util.Set.of(UsageKind.USE),
                List.of("sample.one"),
                Severity.WARNING,
                "It goes away.",
                List.of(Alternative.of("one thing"), Alternative.of("another thing")),
                Optional.of(URI.create("https://example.org/guide#one")),
                List.of(URI.create("https://example.org/more")),
                FixSafety.CONDITIONAL,
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                /* everyStage= */ false,
                Correspondence.NONE));
  }

  @Test
  void patternHasFromItsRuleWhatItDoesNotSay() throws Exception {
    Pattern pattern =
        read(RULE + "[pattern \"EVT900/two\"]\n symbol = sample.two\n").patterns().get(1);

    assertThat(pattern.reason()).isEqualTo("It goes away.");
    assertThat(pattern.alternatives())
        .containsExactly(Alternative.of("one thing"), Alternative.of("another thing"))
        .inOrder();
    assertThat(pattern.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void patternReplacesAllValuesOfAKey() throws Exception {
    Pattern pattern =
        read(RULE + "[pattern \"EVT900/two\"]\n symbol = sample.two\n alternative = a third\n")
            .patterns()
            .get(1);

    assertThat(pattern.alternatives()).containsExactly(Alternative.of("a third"));
  }

  @Test
  void emptyValueOfAPatternTakesTheRulesAway() throws Exception {
    Pattern pattern =
        read(RULE + "[pattern \"EVT900/two\"]\n symbol = sample.two\n link =\n").patterns().get(1);

    assertThat(pattern.links()).isEmpty();
  }

  @Test
  void ruleAndPatternMayStandInDifferentFiles() throws Exception {
    RuleCatalog catalog =
        RuleCatalogReader.read(
            List.of(
                new RuleFile("a", "[pattern \"EVT900/two\"]\n symbol = sample.two\n"),
                new RuleFile("b", RULE)));

    assertThat(catalog.match(UsageKind.USE, "sample.two").orElseThrow().key())
        .isEqualTo("EVT900/two");
  }

  @Test
  void valueOverSeveralLinesIsOneSentence() throws Exception {
    Pattern pattern =
        read(RULE.replace("It goes away.", "It \\\n\t\tgoes   away.")).patterns().get(0);

    assertThat(pattern.reason()).isEqualTo("It goes away.");
  }

  @Test
  void sectionsOfOthersAreLeftAlone() throws Exception {
    assertThat(read(RULE + "[stage]\n name = dual\n").rules()).hasSize(1);
  }

  @Test
  void unknownSeverityNamesFileSectionKeyValueAndChoices() {
    assertThat(problem(RULE.replace("= warning", "= grave")))
        .startsWith("my.config: [rule \"EVT900\"]: severity = grave: use info, warning or error.");
  }

  @Test
  void unknownKindIsNamed() {
    assertThat(problem(RULE.replace("= use", "= usage"))).contains("kind = usage: use import, ");
  }

  @Test
  void unknownKeyIsNamed() {
    assertThat(problem(RULE.replace("reason", "why"))).contains("[rule \"EVT900\"]: why: no such");
  }

  @Test
  void missingKeyIsNamed() {
    assertThat(problem(RULE.replaceFirst("  reason.*\n", "")))
        .isEqualTo("my.config: [rule \"EVT900\"]: reason: the key is missing.");
  }

  @Test
  void repeatedKeyIsNamed() {
    assertThat(problem(RULE + "  title = Again\n")).contains("title = Again: the key may stand");
  }

  @Test
  void idThatIsNoneIsNamed() {
    assertThat(problem(RULE.replace("EVT900", "EVT9"))).contains("name the rule by EVT and three");
  }

  @Test
  void patternWithoutItsRuleIsNamed() {
    assertThat(problem("[pattern \"EVT901/x\"]\n symbol = x\n")).contains("no [rule \"EVT901\"]");
  }

  @Test
  void patternWithoutAWordIsNamed() {
    assertThat(problem(RULE + "[pattern \"EVT900\"]\n symbol = x\n"))
        .contains("a slash and a word");
  }

  @Test
  void patternWithoutASymbolIsNamed() {
    assertThat(problem(RULE + "[pattern \"EVT900/two\"]\n severity = info\n"))
        .contains("[pattern \"EVT900/two\"]: symbol: the key is missing");
  }

  @Test
  void symbolOfTwoPatternsIsNamedWithTheFirst() {
    assertThat(problem(RULE + "[pattern \"EVT900/two\"]\n symbol = sample.one\n"))
        .contains("symbol = sample.one: the use is matched by [rule \"EVT900\"] of my.config");
  }

  @Test
  void twoSpellingsOfOneSymbolAreTheSame() {
    assertThat(
            problem(
                RULE
                    + "[pattern \"EVT900/a\"]\n symbol = eventlet.spawn\n"
                    + "[pattern \"EVT900/b\"]\n symbol = eventlet.greenthread.spawn\n"))
        .contains("is matched by [pattern \"EVT900/a\"]");
  }

  @Test
  void nameOfTwoRulesIsNamed() {
    assertThat(problem(RULE + RULE.replace("EVT900", "EVT901").replace("sample.one", "x")))
        .contains("[rule \"EVT901\"]: name = sample: this is the name of EVT900");
  }

  @Test
  void ruleThatStandsInTwoFilesIsNamed() {
    InvalidRulesException error =
        assertThrows(
            InvalidRulesException.class,
            () ->
                RuleCatalogReader.read(List.of(new RuleFile("a", RULE), new RuleFile("b", RULE))));

    assertThat(error)
        .hasMessageThat()
        .isEqualTo("b: [rule \"EVT900\"]: the rule stands already in [rule \"EVT900\"] of a.");
  }

  @Test
  void patternThatStandsInTwoFilesIsNamed() {
    InvalidRulesException error =
        assertThrows(
            InvalidRulesException.class,
            () ->
                RuleCatalogReader.read(
                    List.of(
                        new RuleFile("a", RULE + "[pattern \"EVT900/two\"]\n symbol = x\n"),
                        new RuleFile("b", "[pattern \"EVT900/two\"]\n symbol = y\n"))));

    assertThat(error)
        .hasMessageThat()
        .contains("the pattern stands already in [pattern \"EVT900/two\"] of a.");
  }

  @Test
  void addressThatIsNoneIsNamed() {
    assertThat(problem(RULE.replace("https://example.org/guide#one", "the guide")))
        .contains("guide = the guide: use the address of a page");
  }

  @Test
  void titleWithAFullStopIsNamed() {
    assertThat(problem(RULE.replace("is used", "is used."))).contains("leave out the full stop");
  }

  @Test
  void textThatIsNoConfigurationNamesItsFile() {
    assertThat(problem("[rule \"EVT900\n"))
        .startsWith("my.config: not in the syntax of git config");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    InvalidRulesException error =
        assertThrows(
            InvalidRulesException.class,
            () -> read(RULE.replace("= warning", "= grave").replace("= use", "= usage")));

    assertThat(error.problems().stream().map(RuleProblem::key)).containsAtLeast("severity", "kind");
  }

  @Test
  void alternativeHasTheTechniqueInItsBrackets() throws Exception {
    Alternative alternative =
        read(RULE.replace("one thing", "[loop] one thing") + TECHNIQUE)
            .patterns()
            .get(0)
            .alternatives()
            .get(0);

    assertThat(alternative.text()).isEqualTo("one thing");
    assertThat(alternative.technique().orElseThrow().id()).isEqualTo("loop");
  }

  @Test
  void alternativeSaysWhatItsTechniqueIsLikeAndNeeds() throws Exception {
    assertThat(
            read(RULE.replace("one thing", "[loop] one thing") + TECHNIQUE)
                .patterns()
                .get(0)
                .alternatives()
                .get(0)
                .toString())
        .isEqualTo(
            "one thing (async, cooperative: callers become async, needs sample 2.0 or newer, not"
                + " for every day)");
  }

  @Test
  void techniqueMayStandInAnotherFile() throws Exception {
    RuleCatalog catalog =
        RuleCatalogReader.read(
            List.of(
                new RuleFile("a", RULE.replace("one thing", "[loop] one thing")),
                new RuleFile("b", TECHNIQUE)));

    assertThat(catalog.techniques().get(0).callersBecomeAsync()).isTrue();
  }

  @Test
  void techniqueThatDoesNotExistIsNamedWithThoseThatDo() {
    assertThat(problem(RULE.replace("one thing", "[lop] one thing") + TECHNIQUE))
        .isEqualTo(
            "my.config: [rule \"EVT900\"]: alternative = [lop] one thing: there is no such"
                + " technique; use loop, or leave the brackets out.");
  }

  @Test
  void styleThatIsNoneIsNamed() {
    assertThat(problem(RULE + TECHNIQUE.replace("async", "asynchronous")))
        .isEqualTo("my.config: [technique \"loop\"]: style = asynchronous: use sync or async.");
  }

  @Test
  void missingKeyOfATechniqueIsNamed() {
    assertThat(problem(RULE + TECHNIQUE.replaceFirst("  switching.*\n", "")))
        .isEqualTo("my.config: [technique \"loop\"]: switching: the key is missing.");
  }

  @Test
  void techniqueThatStandsInTwoFilesIsNamed() {
    InvalidRulesException error =
        assertThrows(
            InvalidRulesException.class,
            () ->
                RuleCatalogReader.read(
                    List.of(new RuleFile("a", TECHNIQUE), new RuleFile("b", TECHNIQUE))));

    assertThat(error)
        .hasMessageThat()
        .contains("the technique stands already in [technique \"loop\"] of a.");
  }

  @Test
  void patternKnowsItsTiersAndDesignPatterns() throws Exception {
    Pattern pattern =
        read(RULE + "  tier = tasks\n  tier = event-loop\n  design-pattern = client\n")
            .patterns()
            .get(0);

    assertThat(pattern.correspondence().tiers()).containsExactly(Tier.TASKS, Tier.EVENT_LOOP);
    assertThat(pattern.correspondence().designPatterns()).containsExactly(DesignPattern.CLIENT);
  }

  @Test
  void tierThatIsNoneIsNamed() {
    assertThat(problem(RULE + "  tier = sockets\n"))
        .startsWith(
            "my.config: [rule \"EVT900\"]: tier = sockets: use coroutines, event-loop, futures, ");
  }

  @Test
  void designPatternThatIsNoneIsNamed() {
    assertThat(problem(RULE + "  design-pattern = peer\n"))
        .contains("design-pattern = peer: use server, client or dispatch.");
  }

  private static RuleCatalog read(String text) throws InvalidRulesException {
    return RuleCatalogReader.read(List.of(new RuleFile("my.config", text)));
  }

  private static String problem(String text) {
    return assertThrows(InvalidRulesException.class, () -> read(text)).getMessage();
  }
}
