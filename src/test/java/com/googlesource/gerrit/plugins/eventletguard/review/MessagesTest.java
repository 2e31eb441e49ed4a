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

package com.googlesource.gerrit.plugins.eventletguard.review;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.fix.FixedText;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchSettings;
import com.googlesource.gerrit.plugins.eventletguard.policy.Series;
import com.googlesource.gerrit.plugins.eventletguard.policy.Stage;
import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MessagesTest {
  private static final int LIMIT = 16_384;
  private static final String BASE =
      "https://review.example.com/plugins/eventlet-guard/Documentation/";
  private static final Documentation PAGES = new Documentation(Optional.of(URI.create(BASE)));

  @Test
  void commentSaysWhatWhyWhatInsteadAndWhereToRead() {
    String text =
        Messages.comment(
            Findings.finding(
                "EVT110",
                Severity.ERROR,
                Findings.PATH,
                1,
                "eventlet.spawn",
                "It needs the Eventlet hub.",
                List.of("`threading.Thread`", "`ThreadPoolExecutor`")),
            Documentation.NONE,
            FixOffer.NONE,
            LIMIT);

    assertThat(text)
        .isEqualTo(
            """
            EVT110 (error) Green thread: `eventlet.spawn`

            It needs the Eventlet hub.

            Use instead:

            - `threading.Thread`
            - `ThreadPoolExecutor`

            Guide: https://removal.eventlet.org/guide/migrating-to-threading/\
            """);
  }

  @Test
  void commentLeadsToItsRuleAndToTheComparisonOfItsAlternatives() {
    String text = Messages.comment(builtIn("EVT110", UsageKind.USE), PAGES, FixOffer.NONE, LIMIT);

    assertThat(text.lines().toList().reversed().subList(0, 3).reversed())
        .containsExactly(
            "Guide:"
                + " https://removal.eventlet.org/guide/migrating-to-threading/#key-migration-patterns",
            "More on EVT110: " + BASE + "rules.html#EVT110",
            "Alternatives compared: " + BASE + "alternatives.html")
        .inOrder();
  }

  /** The rest of the page is held to a server by the tests from end to end. */
  @Test
  void storyQuotesCommentsAsTheyAre() throws Exception {
    String story =
        Files.readString(Path.of("resources", "Documentation", "story.md"))
            .replace("@URL@plugins/@PLUGIN@/Documentation/", BASE);

    BranchPolicy policy =
        new BranchPolicy(BranchSettings.DEFAULT, Stage.EVENTLET, new Series("2027.1"));

    for (String usage : List.of("eventlet.spawn_n(job)", "eventlet.sleep(1)")) {
      Finding found =
          FixedText.scan(FixedText.file(Findings.PATH, "import eventlet\n" + usage + "\n"))
              .getLast();
      Finding judged = policy.judge(List.of(found)).getFirst().finding();
      assertThat(story).contains("\n" + Messages.comment(judged, PAGES, FixOffer.NONE, LIMIT));
    }
  }

  @Test
  void commentWhoseAlternativesNeedNoComparisonLeadsToItsRuleOnly() {
    Finding finding = Findings.error(Findings.PATH, 1, "eventlet.spawn");

    String text = Messages.comment(finding, PAGES, FixOffer.NONE, LIMIT);

    assertThat(text).endsWith("\nMore on EVT110: " + BASE + "rules.html#EVT110");
    assertThat(text).doesNotContain("alternatives.html");
  }

  @Test
  void commentOnARuleOfTheProjectDoesNotLeadToThePageOfBuiltInRules() {
    Finding finding =
        Findings.finding("EVT901", Severity.ERROR, Findings.PATH, 1, "stratus.utils.spawn");

    assertThat(Messages.comment(finding, PAGES, FixOffer.NONE, LIMIT)).doesNotContain("rules.html");
  }

  @Test
  void commentOnTheSettingsOfTheBranchLeadsToThePageAboutThem() {
    String text =
        Messages.comment(builtIn("EVT001", UsageKind.SETTING), PAGES, FixOffer.NONE, LIMIT);

    assertThat(text).endsWith("\n\nWhat can be set: " + BASE + "branch-config.html");
    assertThat(text).doesNotContain("Guide: ");
  }

  @Test
  void headingIsReadBack() {
    Finding finding = Findings.error(Findings.PATH, 1, "eventlet.spawn");

    assertThat(Heading.ruleId(Messages.comment(finding, Documentation.NONE, FixOffer.NONE, LIMIT)))
        .hasValue("EVT110");
  }

  @Test
  void headingOfHostileSymbolIsReadBack() {
    Finding finding = Findings.error(Findings.PATH, 1, "a`b\n\u0000" + "x\uD83D\uDC0D".repeat(500));

    assertThat(Heading.ruleId(Messages.comment(finding, Documentation.NONE, FixOffer.NONE, LIMIT)))
        .hasValue("EVT110");
  }

  @Test
  void whatPeopleWriteIsNoHeading() {
    assertThat(Heading.ruleId("EVT110 is wrong here, see `spawn`")).isEmpty();
    assertThat(Heading.ruleId("")).isEmpty();
  }

  @Test
  void longCommentIsCutToTheLimitBetweenCharacters() {
    String text =
        Messages.comment(
            Findings.finding(
                "EVT110",
                Severity.ERROR,
                Findings.PATH,
                1,
                "eventlet.spawn",
                "é".repeat(20_000),
                List.of()),
            Documentation.NONE,
            FixOffer.NONE,
            LIMIT);

    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isAtMost(LIMIT);
    assertThat(text).endsWith("é…");
  }

  /** A finding of a rule as it ships. */
  @Test
  void symbolThatIsInTheTitleIsNotSaidAgain() {
    Finding finding = builtIn("EVT300", UsageKind.OPTION, "heartbeat_in_pthread");

    String heading = Heading.line(finding);

    assertThat(heading).endsWith(") The option `heartbeat_in_pthread` is used");
    assertThat(Heading.ruleId(heading)).hasValue("EVT300");
  }

  private static Finding builtIn(String rule, UsageKind kind) {
    return builtIn(rule, kind, "x.y");
  }

  private static Finding builtIn(String rule, UsageKind kind, String symbol) {
    Pattern pattern =
        RuleCatalog.builtIn().patterns().stream()
            .filter(one -> one.key().equals(rule))
            .findFirst()
            .orElseThrow();
    return new Finding(
        pattern, Findings.PATH, new Usage(kind, symbol, new Range(1, 0, 1, 3), "x.y", "x.y()"));
  }
}
