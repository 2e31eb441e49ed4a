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

import static java.util.stream.Collectors.joining;

import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.policy.BranchSettings;
import com.googlesource.gerrit.plugins.eventletguard.policy.Judgement;
import com.googlesource.gerrit.plugins.eventletguard.policy.Series;
import com.googlesource.gerrit.plugins.eventletguard.policy.SeriesCalendar;
import com.googlesource.gerrit.plugins.eventletguard.policy.Stage;
import com.googlesource.gerrit.plugins.eventletguard.rules.DesignPattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.rules.SymbolNames;
import com.googlesource.gerrit.plugins.eventletguard.rules.Tier;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody who got a comment asks about a pattern, as sentences: how much it matters where, by
 * when it has to go, whether an edit does it. The reference and the command line share them.
 */
final class PatternFacts {
  private static final String ALL_BELOW = ".*";

  /** A series in which nothing is gone yet. */
  private static final Series BEFORE_ALL = new Series("2013.1");

  private final Pattern pattern;

  PatternFacts(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * The symbols by all their names, with a name and what is below it written once, and the context
   * that a symbol asks for in brackets.
   */
  String symbols() {
    List<String> symbols = pattern.symbols();
    List<String> words = new ArrayList<>();
    for (String symbol : symbols) {
      boolean below = symbol.endsWith(ALL_BELOW);
      String name = below ? symbol.substring(0, symbol.length() - ALL_BELOW.length()) : symbol;
      if (below && symbols.contains(name)) {
        continue;
      }
      int at = symbol.lastIndexOf(RuleCatalog.CONTEXT);
      if (at > 0) {
        words.add("`%s` (%s)".formatted(symbol.substring(0, at), symbol.substring(at + 1)));
        continue;
      }
      String shortName = SymbolNames.shortName(symbol).map(" (`%s`)"::formatted).orElse("");
      String inside = symbols.contains(symbol + ALL_BELOW) ? " and what is in it" : "";
      words.add("`%s`%s%s".formatted(symbol, shortName, inside));
    }
    return String.join(", ", words);
  }

  /** The kinds of usage, with commas between them. */
  String kinds() {
    return pattern.kinds().stream().sorted().map(UsageKind::word).collect(joining(", "));
  }

  /** How much it matters at each stage of a branch, and where its series makes a difference. */
  String severityByStage() {
    Map<Stage, Severity> severities = severities(SeriesCalendar.builtIn().retirement());
    String byStage =
        severities.values().stream().distinct().count() == 1
            ? severities.get(Stage.REMOVED).word() + " at every stage"
            : severities.entrySet().stream()
                .map(entry -> entry.getKey().word() + ": " + entry.getValue().word())
                .collect(joining(", "));
    boolean milderBefore =
        severities(BEFORE_ALL).values().stream().allMatch(Severity.WARNING::equals)
            && severities.containsValue(Severity.ERROR);
    return pattern
        .removed()
        .filter(release -> milderBefore)
        .map(release -> "%s; warning in series before %s".formatted(byStage, release.series()))
        .orElse(byStage);
  }

  /** Since when it is deprecated and when it goes; empty when nobody has said. */
  Optional<String> schedule() {
    List<String> parts = new ArrayList<>();
    pattern.deprecated().ifPresent(release -> parts.add("deprecated in " + release));
    pattern.removed().ifPresent(release -> parts.add("gone from " + release + " on"));
    if (!parts.isEmpty()) {
      String sentence = String.join(", ", parts) + ".";
      return Optional.of(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
    }
    return judgement(Stage.EVENTLET, SeriesCalendar.builtIn().retirement()).finding().remark();
  }

  /** Whether a mechanical edit takes it away. */
  String fix() {
    return switch (pattern.fix()) {
      case SAFE -> "A mechanical edit takes it away, and does not change what the program does.";
      case CONDITIONAL ->
          "A mechanical edit may take it away; somebody who knows the code has to judge whether it"
              + " holds.";
      case NONE -> "There is no mechanical edit; it needs a look at the code around it.";
    };
  }

  /** Its rows in the tables of correspondences; empty when it has none. */
  Optional<String> correspondence() {
    List<String> parts = new ArrayList<>();
    if (!pattern.correspondence().tiers().isEmpty()) {
      parts.add(
          pattern.correspondence().tiers().stream()
              .sorted()
              .map(PatternFacts::tier)
              .collect(joining(", ", "tier ", "")));
    }
    if (!pattern.correspondence().designPatterns().isEmpty()) {
      parts.add(
          pattern.correspondence().designPatterns().stream()
              .sorted()
              .map(DesignPattern::word)
              .collect(joining(", ", "pattern ", "")));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
  }

  private static String tier(Tier tier) {
    return "%d (%s)".formatted(tier.number(), tier.title());
  }

  private Map<Stage, Severity> severities(Series series) {
    Map<Stage, Severity> severities = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      severities.put(stage, judgement(stage, series).finding().severity());
    }
    return severities;
  }

  /** What a branch without settings says about it, in a file like any other. */
  private Judgement judgement(Stage stage, Series series) {
    String symbol = pattern.symbols().getFirst();
    UsageKind kind = pattern.kinds().stream().sorted().findFirst().orElseThrow();
    Usage usage = new Usage(kind, symbol, new Range(1, 0, 1, 0), symbol, symbol);
    return new BranchPolicy(BranchSettings.DEFAULT, stage, series)
        .judge(List.of(new Finding(pattern, "example", usage)))
        .getFirst();
  }
}
