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

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Knows the options that a catalog has rules for. A rule names an option that is meant in any
 * section by its key ({@code heartbeat_in_pthread}), one of a certain section with it ({@code
 * DEFAULT/use_tpool}); a line of a sample that is commented out has a {@code #} before.
 */
public final class OptionNames {
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\w]+");

  private final RuleCatalog catalog;

  public OptionNames(RuleCatalog catalog) {
    this.catalog = catalog;
  }

  /** Words of which a text holds at least one where it names any option that is known. */
  List<String> words() {
    return catalog.patterns().stream()
        .filter(pattern -> pattern.kinds().contains(UsageKind.OPTION))
        .flatMap(pattern -> pattern.symbols().stream())
        .flatMap(symbol -> NOT_A_WORD.splitAsStream(symbol.substring(symbol.indexOf('/') + 1)))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  /**
   * The symbol of an option, if it is known.
   *
   * @param section the section it stands in, or empty where the format does not tell
   * @param key as written; a section may be a part of it ({@code section/key}, {@code section.key})
   */
  Optional<Option> find(String section, String key) {
    return find(section, key, "");
  }

  /** The symbol of an option that stands in a line which is commented out. */
  Optional<Option> findCommented(String section, String key) {
    return find(section, key, "#");
  }

  private Optional<Option> find(String section, String key, String prefix) {
    int cut = Math.max(key.lastIndexOf('/'), key.lastIndexOf('.'));
    String ownSection = cut > 0 ? key.substring(0, cut) : section;
    String name = key.substring(cut + 1);
    return known(prefix + ownSection + '/' + name)
        .or(() -> known(prefix + name))
        .map(symbol -> new Option(ownSection, symbol));
  }

  private Optional<String> known(String symbol) {
    return Optional.of(symbol).filter(one -> catalog.match(UsageKind.OPTION, one).isPresent());
  }

  /**
   * An option that is known.
   *
   * @param section where it stands; may be empty
   * @param symbol the symbol by which the catalog knows it
   */
  record Option(String section, String symbol) {
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
          "[%s] %s".formatted(section, symbol));
    }
  }
}
