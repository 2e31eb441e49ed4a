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

package com.googlesource.gerrit.plugins.eventletguard.scan;

import com.googlesource.gerrit.plugins.eventletguard.rules.OptionSymbol;
import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** The words of which a file must hold at least one for any rule of a catalog to find anything. */
final class CatalogTriggers {
  /** A name that is shorter says too little, and then the longest one of its symbol is taken. */
  private static final int TELLING = 5;

  private final Set<String> words = new LinkedHashSet<>();

  private CatalogTriggers() {}

  /** The words of everything that a catalog knows. */
  static Set<String> wordsOf(RuleCatalog catalog) {
    return wordsOf(catalog, context -> true);
  }

  /**
   * The words of the symbols that a catalog knows in certain contexts.
   *
   * <p>A package that is itself forbidden ({@code eventlet}) is the word for all that is in it,
   * because its names have several spellings. Of any other dotted name the last part is taken, or
   * the longest one where that says too little; of an option its name or its section; of a keyword
   * of a call the keyword. Nothing is added for a symbol that holds a word already.
   *
   * @param contexts tells of a context, which is empty for most symbols, whether it counts
   */
  static Set<String> wordsOf(RuleCatalog catalog, Predicate<String> contexts) {
    CatalogTriggers triggers = new CatalogTriggers();
    List<List<String>> candidates = new ArrayList<>();
    for (Pattern pattern : catalog.patterns()) {
      boolean option = pattern.kinds().contains(UsageKind.OPTION);
      for (String symbol : pattern.symbols()) {
        if (contexts.test(OptionSymbol.parse(symbol).context())) {
          candidates.add(option ? optionWords(symbol) : words(symbol));
        }
      }
    }
    candidates.removeIf(List::isEmpty);
    candidates.sort(Comparator.comparingInt(List::size));
    for (List<String> parts : candidates) {
      if (catalog.match(UsageKind.IMPORT, parts.get(0)).isPresent()) {
        triggers.words.add(parts.get(0));
      }
    }
    candidates.forEach(triggers::add);
    return triggers.words;
  }

  private void add(List<String> parts) {
    boolean covered =
        parts.stream()
            .map(part -> part.toLowerCase(Locale.ROOT))
            .anyMatch(part -> words.stream().anyMatch(part::contains));
    if (!covered) {
      String last = parts.getLast();
      words.add(
          (last.length() >= TELLING
                  ? last
                  : Collections.max(parts, Comparator.comparingInt(String::length)))
              .toLowerCase(Locale.ROOT));
    }
  }

  /** The value before the word, which comes last. */
  private static List<String> optionWords(String symbol) {
    OptionSymbol option = OptionSymbol.parse(symbol);
    List<String> words = new ArrayList<>(parts(option.value()));
    parts(option.word()).stream()
        .max(Comparator.comparingInt(String::length))
        .ifPresent(words::add);
    return words;
  }

  /** The parts of a dotted name, a requirement, a launcher or a variable. */
  private static List<String> words(String symbol) {
    int at = symbol.lastIndexOf(RuleCatalog.CONTEXT);
    String known = at < 0 ? symbol : symbol.substring(0, at);
    int parenthesis = known.indexOf('(');
    int equals = known.indexOf('=');
    if (parenthesis >= 0) {
      String function = known.substring(known.lastIndexOf('.', parenthesis) + 1, parenthesis);
      List<String> words = new ArrayList<>(parts(function));
      words.addAll(parts(known.substring(parenthesis)));
      Collections.reverse(words);
      return words;
    }
    if (equals > 0 && !parts(known.substring(equals)).contains("eventlet")) {
      return parts(known.substring(0, equals));
    }
    if (known.endsWith("*")) {
      List<String> words = parts(known);
      return words.isEmpty()
          ? words
          : List.of(Collections.max(words, Comparator.comparingInt(String::length)));
    }
    return parts(known);
  }

  private static List<String> parts(String symbol) {
    return Arrays.stream(symbol.split("[^\\w]+")).filter(part -> !part.isEmpty()).toList();
  }
}
