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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the pattern for a symbol of one kind of usage: one look-up for exact symbols, then one for
 * each length that a text before a {@code *} has, the longest first. Immutable once filled.
 */
final class PatternIndex {
  private record Wildcard(String symbol, Pattern pattern) {}

  private final Map<String, Pattern> exact = new HashMap<>();
  private final TreeMap<Integer, Map<String, List<Wildcard>>> byPrefixLength =
      new TreeMap<>(Comparator.reverseOrder());

  void add(String symbol, Pattern pattern) {
    String canonical = SymbolNames.canonical(symbol);
    int star = canonical.indexOf('*');
    if (star < 0) {
      exact.putIfAbsent(canonical, pattern);
    } else {
      byPrefixLength
          .computeIfAbsent(star, length -> new HashMap<>())
          .computeIfAbsent(canonical.substring(0, star), prefix -> new ArrayList<>())
          .add(new Wildcard(canonical, pattern));
    }
  }

  Optional<Pattern> find(String symbol) {
    String canonical = SymbolNames.canonical(symbol);
    Pattern found = exact.get(canonical);
    if (found != null) {
      return Optional.of(found);
    }
    for (Map.Entry<Integer, Map<String, List<Wildcard>>> entry : byPrefixLength.entrySet()) {
      int length = entry.getKey();
      if (length <= canonical.length()) {
        String prefix = canonical.substring(0, length);
        for (Wildcard wildcard : entry.getValue().getOrDefault(prefix, List.of())) {
          if (matches(wildcard.symbol(), canonical)) {
            return Optional.of(wildcard.pattern());
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a text equals a glob whose only special character is {@code *}; linear in practice. */
  private static boolean matches(String glob, String text) {
    int globAt = 0;
    int textAt = 0;
    int star = -1;
    int starText = 0;
    while (textAt < text.length()) {
      if (globAt < glob.length() && glob.charAt(globAt) == '*') {
        star = globAt++;
        starText = textAt;
      } else if (globAt < glob.length() && glob.charAt(globAt) == text.charAt(textAt)) {
        globAt++;
        textAt++;
      } else if (star >= 0) {
        globAt = star + 1;
        textAt = ++starText;
      } else {
        return false;
      }
    }
    while (globAt < glob.length() && glob.charAt(globAt) == '*') {
      globAt++;
    }
    return globAt == glob.length();
  }
}
