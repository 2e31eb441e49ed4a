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

import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The words of which a file must hold at least one for any rule of a catalog to find anything. */
final class CatalogTriggers {
  private CatalogTriggers() {}

  /**
   * Derives the words from the symbols. A package that is itself forbidden ({@code eventlet}) is
   * the word for all that is in it, because its names have several spellings. Of any other symbol
   * ({@code oslo_service.wsgi.Server}) the longest part is taken, as importing it spells them all,
   * unless one of its parts holds a word already.
   */
  static Set<String> wordsOf(RuleCatalog catalog) {
    Set<String> words = new LinkedHashSet<>();
    List<List<String>> symbols =
        catalog.patterns().stream()
            .map(Pattern::symbols)
            .flatMap(List::stream)
            .map(CatalogTriggers::parts)
            .filter(parts -> !parts.isEmpty())
            .sorted(Comparator.comparingInt(List::size))
            .toList();
    for (List<String> parts : symbols) {
      if (catalog.match(UsageKind.IMPORT, parts.get(0)).isPresent()) {
        words.add(parts.get(0));
      }
    }
    for (List<String> parts : symbols) {
      if (parts.stream().noneMatch(part -> words.stream().anyMatch(part::contains))) {
        words.add(Collections.max(parts, Comparator.comparingInt(String::length)));
      }
    }
    return words;
  }

  private static List<String> parts(String symbol) {
    return Arrays.stream(symbol.split("[^\\w]+")).filter(part -> !part.isEmpty()).toList();
  }
}
