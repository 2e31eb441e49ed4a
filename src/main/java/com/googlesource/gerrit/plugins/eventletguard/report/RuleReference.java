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

import com.googlesource.gerrit.plugins.eventletguard.rules.Example;
import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.Rule;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page on which somebody who got a comment lands: every rule with what it finds, why that has
 * to go and what to use instead, in Markdown, with the rule's id as its anchor.
 */
public final class RuleReference {
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
            + " for, why that has to go, by when, and what to use instead. A rule often says more"
            + " about certain names: look for the one that your code uses. Only usage that a change"
            + " introduces gets a comment; what stood there before does not.");
    line("The severity says how much a finding matters:");
    page.append("- **error**: it cannot survive the removal of Eventlet\n");
    page.append("- **warning**: it still works, but has to go\n");
    page.append("- **info**: a step on the way, or advice; it is counted and gets no comment\n\n");
    line(
        "It depends on the [stage](branch-config.md#branch) of the branch: `eventlet` while it runs"
            + " on Eventlet, `dual` while it runs with and without, `removed` afterwards. A line of"
            + " a sample that only documents an option is *info* everywhere. The table names what a"
            + " rule says at most.");
    line(
        "In brackets after an alternative stands what it is like: *sync* or *async*, whether"
            + " *cooperative* or *preemptive* switching awaits the code, whether its callers have"
            + " to become async, and the release that has it first. [Alternatives](alternatives.md)"
            + " explains these words, the tiers and the limits of each.");
    line(
        "Is a finding right in general but wrong at its place? [Silence it there](suppression.md)"
            + " with `# noqa` and the rule's id, or `eventlet-guard: ignore` with the id in square"
            + " brackets and a reason. Does a rule not fit the project? The [settings of the"
            + " branch](branch-config.md) turn it off or give it another severity, name guards and"
            + " helpers, or leave out paths. In a review, answer the comment: a reviewer can accept"
            + " a finding by resolving it.");
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
      Optional<Example> example = Example.of(rule);
      for (Pattern pattern : catalog.patternsOf(rule)) {
        if (pattern.isAboutComments()) {
          continue;
        }
        if (!pattern.key().equals(rule.id())) {
          line("#### " + pattern.key());
        }
        writePattern(pattern);
        example.ifPresent(this::writeExample);
        example = Optional.empty();
      }
    }
  }

  private void writePattern(Pattern pattern) {
    PatternFacts facts = new PatternFacts(pattern);
    line(
        "Severity: **%s** (%s). Kind of usage: %s. Names: %s."
            .formatted(
                pattern.severity().word(),
                facts.severityByStage(),
                facts.kinds(),
                facts.symbols()));
    line(pattern.reason());
    facts.schedule().ifPresent(schedule -> line("By when: " + schedule));
    if (!pattern.alternatives().isEmpty()) {
      line("Use instead:");
      pattern.alternatives().forEach(alternative -> page.append("- %s\n".formatted(alternative)));
      page.append('\n');
    }
    line(facts.fix());
    facts
        .correspondence()
        .ifPresent(
            row -> line("In the [tables of correspondences](alternatives.md): " + row + "."));
    pattern.guide().ifPresent(guide -> line("Read more in the guide: <%s>".formatted(guide)));
    if (!pattern.links().isEmpty()) {
      line("See also: " + pattern.links().stream().map("<%s>"::formatted).collect(joining(", ")));
    }
  }

  private void writeExample(Example example) {
    line("An example, before:");
    writeCode(example.fileType(), example.before());
    line("And after:");
    writeCode(example.fileType(), example.after());
  }

  private void writeCode(String fileType, String code) {
    line("```%s%n%s```".formatted(fileType.equals("py") ? "python" : "", code));
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

  /** A line and an empty one. */
  private void line(String text) {
    page.append(text).append("\n\n");
  }
}
