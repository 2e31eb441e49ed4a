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

import com.googlesource.gerrit.plugins.eventletguard.rules.FixSafety;
import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.Rule;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.rules.SymbolNames;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page on which somebody who got a comment lands: every rule with what it finds, why that has
 * to go and what to use instead, in Markdown, with the rule's id as its anchor.
 */
public final class RuleReference {
  private static final String ALL_BELOW = ".*";

  private final RuleCatalog catalog;
  private final StringBuilder page = new StringBuilder();

  private RuleReference(RuleCatalog catalog) {
    this.catalog = catalog;
  }

  /** The whole page. */
  public static String markdown(RuleCatalog catalog) {
    return new RuleReference(catalog).write();
  }

  private String write() {
    line("# Rules");
    line("<!-- Generated from resources/rules: change the rules, not this page. -->");
    line(
        "A comment names the rule that it comes from. Find the rule here to read what it looks"
            + " for, why that has to go, and what to use instead. A rule often says more about"
            + " certain names: look for the one that your code uses. Only usage that a change"
            + " introduces gets a comment; what stood there before does not.");
    line("The severity says how much a finding matters:");
    page.append("- **error**: it cannot survive the removal of Eventlet\n");
    page.append("- **warning**: it still works, but has to go\n");
    page.append("- **info**: a step on the way, or advice; it is counted and gets no comment\n\n");
    Map<String, List<Rule>> groups = new LinkedHashMap<>();
    catalog
        .rules()
        .forEach(rule -> groups.computeIfAbsent(rule.group(), g -> new ArrayList<>()).add(rule));
    writeTable(groups.values());
    groups.forEach(this::writeGroup);
    line("---");
    page.append("Back to [@PLUGIN@ documentation index](index.html)\n");
    return page.toString();
  }

  private void writeTable(Collection<List<Rule>> groups) {
    page.append("| rule | name | what it finds | severity | kind of usage |\n");
    page.append("|---|---|---|---|---|\n");
    for (List<Rule> rules : groups) {
      for (Rule rule : rules) {
        List<Pattern> patterns = catalog.patternsOf(rule);
        page.append(
            "| [%s](#%s) | %s | %s | %s | %s |\n"
                .formatted(
                    rule.id(),
                    rule.id(),
                    rule.name(),
                    rule.title(),
                    severities(patterns),
                    kinds(patterns)));
      }
    }
    page.append('\n');
  }

  private void writeGroup(String group, List<Rule> rules) {
    line("## " + group);
    for (Rule rule : rules) {
      line("### <a id=\"%s\"></a>%s: %s".formatted(rule.id(), rule.id(), rule.title()));
      List<Pattern> patterns = catalog.patternsOf(rule);
      for (Pattern pattern : patterns) {
        if (!pattern.key().equals(rule.id())) {
          line("#### " + pattern.key());
        }
        writePattern(pattern);
      }
    }
  }

  private void writePattern(Pattern pattern) {
    line(
        "Severity: **%s**. Kind of usage: %s. Names: %s."
            .formatted(
                pattern.severity().word(), kinds(List.of(pattern)), symbols(pattern.symbols())));
    line(pattern.reason());
    if (!pattern.alternatives().isEmpty()) {
      line("Use instead:");
      pattern.alternatives().forEach(alternative -> page.append("- %s\n".formatted(alternative)));
      page.append('\n');
    }
    if (pattern.fix() == FixSafety.SAFE) {
      line("The first of these is a mechanical edit: it does not change what the program does.");
    } else if (pattern.fix() == FixSafety.CONDITIONAL) {
      line(
          "This may be a mechanical edit; somebody who knows the code has to judge whether it"
              + " holds.");
    }
    line("Read more in the guide: <%s>".formatted(pattern.guide()));
    if (!pattern.links().isEmpty()) {
      line("See also: " + pattern.links().stream().map("<%s>"::formatted).collect(joining(", ")));
    }
  }

  private static String severities(List<Pattern> patterns) {
    return patterns.stream()
        .map(Pattern::severity)
        .distinct()
        .sorted((one, other) -> other.compareTo(one))
        .map(Severity::word)
        .collect(joining(", "));
  }

  private static String kinds(List<Pattern> patterns) {
    return patterns.stream()
        .flatMap(pattern -> pattern.kinds().stream())
        .distinct()
        .sorted()
        .map(UsageKind::word)
        .collect(joining(", "));
  }

  /** The symbols by all their names, with a name and what is below it written once. */
  private static String symbols(List<String> symbols) {
    List<String> words = new ArrayList<>();
    for (String symbol : symbols) {
      boolean below = symbol.endsWith(ALL_BELOW);
      String name = below ? symbol.substring(0, symbol.length() - ALL_BELOW.length()) : symbol;
      if (below && symbols.contains(name)) {
        continue;
      }
      String shortName = SymbolNames.shortName(symbol).map(" (`%s`)"::formatted).orElse("");
      String inside = symbols.contains(symbol + ALL_BELOW) ? " and what is in it" : "";
      words.add("`%s`%s%s".formatted(symbol, shortName, inside));
    }
    return String.join(", ", words);
  }

  /** A line and an empty one. */
  private void line(String text) {
    page.append(text).append("\n\n");
  }
}
