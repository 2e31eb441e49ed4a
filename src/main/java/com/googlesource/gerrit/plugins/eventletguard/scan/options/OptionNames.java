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

package com.googlesource.gerrit.plugins.eventletguard.scan.options;

import com.googlesource.gerrit.plugins.eventletguard.rules.OptionSymbol;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows the options that a catalog has rules for. A rule names an option that is meant in any
 * section by its name ({@code heartbeat_in_pthread}), one of a certain section with it ({@code
 * database/use_tpool}), one that only a value makes a usage with the value ({@code
 * task/task_executor=eventlet}), and one with a common name with its owner ({@code
 * DEFAULT/workers@glance-api}).
 */
public final class OptionNames {
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\w]+");

  /** Longer values are no names. */
  private static final int MAX_VALUE = 2000;

  private final RuleCatalog catalog;
  private final ConfigurationOwners owners;

  /** The names of all options, wherever they stand; some hold what stands for any text. */
  private final Set<String> bareNames;

  /** Words of those that hold what stands for any text, or of their sections. */
  private final List<String> wordsOfOthers;

  public OptionNames(RuleCatalog catalog) {
    this.catalog = catalog;
    this.owners = ConfigurationOwners.of(catalog);
    this.bareNames =
        symbols(catalog).map(OptionSymbol::name).collect(Collectors.toUnmodifiableSet());
    this.wordsOfOthers =
        symbols(catalog)
            .filter(option -> option.name().indexOf('*') >= 0)
            .map(option -> longestWord(option.word()).orElse(""))
            .distinct()
            .toList();
  }

  /** Tells whose configuration a place is. */
  ConfigurationOwners owners() {
    return owners;
  }

  /**
   * Sets of words of which a text holds at least one whole where it names any option that is known:
   * a word of its name, and one of the value that is meant where that is a word.
   *
   * @param owner of the options that have one, only the owner with this name counts
   */
  List<Set<String>> words(String owner) {
    return symbols(catalog)
        .filter(option -> option.context().isEmpty() || option.context().equals(owner))
        .map(OptionNames::words)
        .filter(words -> !words.isEmpty())
        .distinct()
        .toList();
  }

  private static Stream<OptionSymbol> symbols(RuleCatalog catalog) {
    return catalog.patterns().stream()
        .filter(pattern -> pattern.kinds().contains(UsageKind.OPTION))
        .flatMap(pattern -> pattern.symbols().stream())
        .map(OptionSymbol::parse);
  }

  /** Whether a name is that of an option that is known in some section of some configuration. */
  boolean mayMean(String name) {
    return bareNames.contains(name) || find(Place.UNKNOWN, name, "").isPresent();
  }

  private static Set<String> words(OptionSymbol option) {
    return longestWord(option.word())
        .map(
            name ->
                Stream.concat(
                        Stream.of(name),
                        longestWord(option.value())
                            .filter(value -> Character.isLetter(value.charAt(0)))
                            .stream())
                    .collect(Collectors.toUnmodifiableSet()))
        .orElse(Set.of());
  }

  private static Optional<String> longestWord(String text) {
    return NOT_A_WORD
        .splitAsStream(text)
        .filter(word -> !word.isEmpty())
        .max((one, other) -> Integer.compare(one.length(), other.length()));
  }

  /**
   * The symbol of an option, if it is known.
   *
   * @param place where it stands
   * @param key as written; a section may be a part of it ({@code section/key}, {@code section.key})
   * @param value as written, quoted or not; may be empty
   */
  Optional<Option> find(Place place, String key, String value) {
    return find(place, key, value, "");
  }

  /** The symbol of an option that stands in a line which is commented out. */
  Optional<Option> findCommented(Place place, String key, String value) {
    return find(place, key, value, OptionSymbol.COMMENTED);
  }

  private Optional<Option> find(Place place, String key, String value, String prefix) {
    int cut = Math.max(key.lastIndexOf('/'), key.lastIndexOf('.'));
    String section = cut > 0 ? key.substring(0, cut) : place.section();
    String name = key.substring(cut + 1);
    if (name.isEmpty() || !mayBeKnown(section, name)) {
      return Optional.empty();
    }
    String bare = prefix + name;
    String full = section.isEmpty() ? bare : prefix + section + '/' + name;
    String assigned = value.isEmpty() || value.length() > MAX_VALUE ? "" : "=" + unquoted(value);
    return Stream.of(full + assigned, full, bare + assigned, bare)
        .distinct()
        .filter(symbol -> catalog.match(UsageKind.OPTION, symbol, place.owner()).isPresent())
        .findFirst()
        .map(symbol -> new Option(new Place(place.owner(), section), symbol));
  }

  /** Tells in a moment of nearly all names that no rule is about them. */
  private boolean mayBeKnown(String section, String name) {
    return bareNames.contains(name)
        || wordsOfOthers.stream().anyMatch(word -> name.contains(word) || section.contains(word));
  }

  private static String unquoted(String value) {
    String bare = value.strip();
    int last = bare.length() - 1;
    boolean quoted =
        last > 0
            && (bare.charAt(0) == '"' || bare.charAt(0) == '\'')
            && bare.charAt(last) == bare.charAt(0);
    return quoted ? bare.substring(1, last) : bare;
  }

  /**
   * Where an option stands.
   *
   * @param owner whose configuration it is; empty where nothing proves it
   * @param section the section; empty where the format does not tell
   */
  record Place(String owner, String section) {
    static final Place UNKNOWN = new Place("", "");

    Place withSection(String other) {
      return new Place(owner, other);
    }
  }

  /**
   * An option that is known.
   *
   * @param place where it stands
   * @param symbol the symbol by which the catalog knows it
   */
  record Option(Place place, String symbol) {
    /**
     * The usage between two offsets. Its statement leaves the value out: another value of an option
     * that stood there before introduces nothing.
     */
    Usage usage(SourceText text, int start, int end) {
      return new Usage(
          UsageKind.OPTION,
          symbol,
          text.range(start, end),
          text.text().substring(start, end),
          "[%s] %s".formatted(place.section(), symbol),
          place.owner());
    }
  }
}
