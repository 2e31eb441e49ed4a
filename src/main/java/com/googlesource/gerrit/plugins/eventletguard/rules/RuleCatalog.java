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

/** All rules, and which of them speaks about a usage. Immutable. */
public final class RuleCatalog {
  /** Stands between a symbol and the context in which a rule means it. */
  public static final char CONTEXT = '@';

  private final List<Rule> rules;
  private final List<Pattern> patterns;
  private final List<Technique> techniques;
  private final Map<UsageKind, PatternIndex> indexes = new EnumMap<>(UsageKind.class);
  private final String recognitionDigest;

  RuleCatalog(List<Rule> rules, List<Pattern> patterns, List<Technique> techniques) {
    this.rules = List.copyOf(rules);
    this.patterns = List.copyOf(patterns);
    this.techniques = List.copyOf(techniques);
    for (Pattern pattern : patterns) {
      for (UsageKind kind : pattern.kinds()) {
        PatternIndex index = indexes.computeIfAbsent(kind, unused -> new PatternIndex());
        pattern.symbols().forEach(symbol -> index.add(symbol, pattern));
      }
    }
    this.recognitionDigest =
        Digest.of(
            patterns.stream()
                .flatMap(
                    pattern ->
                        pattern.kinds().stream()
                            .flatMap(
                                kind ->
                                    pattern.symbols().stream()
                                        .map(symbol -> kind.name() + " " + symbol)))
                .distinct()
                .sorted()
                .toList());
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
    return recognitionDigest;
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
