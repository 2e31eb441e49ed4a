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

package com.googlesource.gerrit.plugins.eventletguard.cli;

import com.googlesource.gerrit.plugins.eventletguard.rules.OptionSymbol;
import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.Rule;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds the patterns that somebody means by a word. */
final class PatternSearch {
  private final RuleCatalog catalog;

  PatternSearch(RuleCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The patterns of the rule with that id or name; or the one with that key; or those that speak
   * about that symbol, in any kind of usage; or those that name it without its module or section.
   *
   * @return empty when nothing is called so
   */
  List<Pattern> find(String word) {
    return Stream.<Supplier<Stream<Pattern>>>of(
            () -> outsideOfComments().filter(pattern -> isCalled(pattern.rule(), word)),
            () -> catalog.patterns().stream().filter(one -> one.key().equalsIgnoreCase(word)),
            () -> speakAbout(word),
            () -> outsideOfComments().filter(pattern -> names(pattern, word)))
        .map(search -> search.get().toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** Without those for lines of samples, which only repeat what is said about the option. */
  private Stream<Pattern> outsideOfComments() {
    return catalog.patterns().stream().filter(pattern -> !pattern.isAboutComments());
  }

  private static boolean isCalled(Rule rule, String word) {
    return rule.id().equalsIgnoreCase(word) || rule.name().equalsIgnoreCase(word);
  }

  /** What is said where code uses it first, then about its import and the rest. */
  private Stream<Pattern> speakAbout(String symbol) {
    return Stream.concat(Stream.of(UsageKind.USE), Arrays.stream(UsageKind.values()))
        .map(kind -> catalog.match(kind, symbol))
        .flatMap(Optional::stream)
        .distinct();
  }

  private static boolean names(Pattern pattern, String word) {
    return pattern.symbols().stream()
        .anyMatch(
            symbol ->
                symbol.endsWith("." + word) || OptionSymbol.parse(symbol).name().equals(word));
  }
}
