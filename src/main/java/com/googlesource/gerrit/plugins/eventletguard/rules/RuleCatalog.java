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

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;

/** All rules, and which of them speaks about a usage. Immutable. */
public final class RuleCatalog {
  /** Stands between a symbol and the context in which a rule means it. */
  public static final char CONTEXT = '@';

  private final List<Rule> rules;
  private final List<Pattern> patterns;
  private final List<Pattern> projectPatterns;
  private final List<Technique> techniques;
  private final RuleSections sections;
  private final Map<UsageKind, PatternIndex> indexes = new EnumMap<>(UsageKind.class);
  private final Lazy<String> recognitionDigest = new Lazy<>(this::digestOfRecognition);

  /**
   * @param projectPatterns those among the patterns that a project defines or adds symbols to; they
   *     speak before the others
   * @param techniques what alternatives build on
   * @param sections what the catalog was read from
   */
  RuleCatalog(
      List<Rule> rules,
      List<Pattern> patterns,
      List<Pattern> projectPatterns,
      List<Technique> techniques,
      RuleSections sections) {
    this.rules = List.copyOf(rules);
    this.patterns = List.copyOf(patterns);
    this.projectPatterns = List.copyOf(projectPatterns);
    this.techniques = List.copyOf(techniques);
    this.sections = sections;
    projectPatterns.forEach(this::addToIndex);
    patterns.forEach(this::addToIndex);
  }

  private void addToIndex(Pattern pattern) {
    for (UsageKind kind : pattern.kinds()) {
      PatternIndex index = indexes.computeIfAbsent(kind, unused -> new PatternIndex());
      pattern.symbols().forEach(symbol -> index.add(symbol, pattern));
    }
  }

  /** The rules that ship with Eventlet Guard. */
  public static RuleCatalog builtIn() {
    return BuiltInRules.CATALOG;
  }

  /**
   * A digest of what the rules look for: two catalogs with the same one find the same usages in any
   * file. What is then said about a usage, and how grave it is, does not matter for it.
   */
  public String recognitionDigest() {
    return recognitionDigest.get();
  }

  private String digestOfRecognition() {
    return Digest.of(
        Stream.concat(
                looksFor(patterns),
                // What projects name is looked for in more files than what they do not.
                looksFor(projectPatterns).map("project "::concat))
            .distinct()
            .sorted()
            .toList());
  }

  private static Stream<String> looksFor(List<Pattern> patterns) {
    return patterns.stream()
        .flatMap(
            pattern ->
                pattern.kinds().stream()
                    .flatMap(
                        kind ->
                            pattern.symbols().stream().map(symbol -> kind.name() + " " + symbol)));
  }

  /** Every rule, by id. */
  public List<Rule> rules() {
    return rules;
  }

  /** Every pattern of every rule; the pattern that is the rule itself before its others. */
  public List<Pattern> patterns() {
    return patterns;
  }

  /** What the alternatives of the rules build on. */
  public List<Technique> techniques() {
    return techniques;
  }

  /** The patterns that a project defines, or adds symbols to; they stand among all patterns too. */
  public List<Pattern> projectPatterns() {
    return projectPatterns;
  }

  /** What the catalog was read from. */
  RuleSections sections() {
    return sections;
  }

  /**
   * The catalog with a project's own rules on top: sections {@code [rule]} and {@code [pattern]} of
   * its settings.
   *
   * @param file how messages name the file
   * @param config the whole file; its other sections are left alone
   * @param problems told what is wrong; it costs no other rule
   * @return this catalog when the project has no rules
   */
  public RuleCatalog extendedBy(String file, Config config, Consumer<RuleProblem> problems) {
    return new ProjectRuleReader(this, file, config, problems).read();
  }

  /** The patterns of one rule. */
  public List<Pattern> patternsOf(Rule rule) {
    return patterns.stream().filter(pattern -> pattern.rule().equals(rule)).toList();
  }

  /**
   * The pattern that speaks about a usage: an exact symbol before one with {@code *}, among those
   * the one with the longest text before its first {@code *}. Symbols are compared by their {@link
   * SymbolNames#canonical canonical} names.
   *
   * @return empty when no rule knows the symbol
   */
  public Optional<Pattern> match(UsageKind kind, String symbol) {
    PatternIndex index = indexes.get(kind);
    return index == null ? Optional.empty() : index.find(symbol);
  }

  /**
   * The pattern that speaks about a usage in a context: one for that context ({@code
   * DEFAULT/workers@glance-api}) before one for any.
   *
   * @param context what the place adds to the symbol, such as whose configuration it is; may be
   *     empty
   */
  public Optional<Pattern> match(UsageKind kind, String symbol, String context) {
    return context.isEmpty()
        ? match(kind, symbol)
        : match(kind, symbol + CONTEXT + context).or(() -> match(kind, symbol));
  }
}
