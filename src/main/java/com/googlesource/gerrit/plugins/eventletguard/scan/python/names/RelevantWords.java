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

package com.googlesource.gerrit.plugins.eventletguard.scan.python.names;

import com.googlesource.gerrit.plugins.eventletguard.scan.TriggerSets;
import com.googlesource.gerrit.plugins.eventletguard.scan.TriggerWords;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The words that tell whether and where a module can hold a usage: sets of words that stand
 * together where one is, and the names that start a root. Of each set only the longest word is
 * searched for in a module's lines; the others are asked for where that one stands. Immutable.
 */
public final class RelevantWords {
  /** What every way to import has in it, and {@code sys.modules}. */
  private static final Set<String> IMPORTING = Set.of("import", "modules");

  private final SymbolRoots roots;
  private final TriggerSets sets;

  /** The longest of each set first. */
  private final List<String> words;

  /** By the index of a word: the name that starts a root, or null where none does. */
  private final List<String> firstParts;

  private final TriggerWords search;

  /**
   * @param triggers a module without all the words of any of these sets holds no usage
   * @param roots what is followed
   */
  public RelevantWords(Collection<Set<String>> triggers, SymbolRoots roots) {
    this.roots = roots;
    this.sets = TriggerSets.asSpelled(triggers);
    Map<String, String> starts = starts(roots);
    Set<String> all = new LinkedHashSet<>(sets.words());
    all.addAll(starts.keySet());
    all.addAll(IMPORTING);
    this.words = List.copyOf(all);
    this.firstParts = new ArrayList<>(words.stream().map(starts::get).toList());
    this.search = TriggerWords.asSpelled(words);
  }

  /** How dotted names of the roots start: their first names, by as much as there is of two. */
  private static Map<String, String> starts(SymbolRoots roots) {
    Map<String, String> starts = new TreeMap<>();
    for (String first : roots.firstParts()) {
      if (roots.cover(first)) {
        starts.put(first, first);
      }
      roots.namesIn(first).forEach(second -> starts.put(first + "." + second, first));
    }
    return starts;
  }

  SymbolRoots roots() {
    return roots;
  }

  /** Whether a line that holds a word may import, or look up what was imported. */
  boolean isOfImports(int word) {
    return IMPORTING.contains(words.get(word));
  }

  /** The name that starts a root, where a word is such a name or goes on to the next. */
  Optional<String> firstPart(int word) {
    return Optional.ofNullable(firstParts.get(word));
  }

  /** Whether a word, where it stands in a part of a text, has all with it that makes up a set. */
  boolean completesIn(String text, int start, int end, int word) {
    return word < sets.words().size()
        && sets.complete(word, other -> text.indexOf(other, start, end) >= 0);
  }

  /** Whether a file holds all the words of any set. */
  public boolean mayMatter(byte[] content) {
    return sets.occurIn(content);
  }

  /** Finds every occurrence of a word. */
  TriggerWords search() {
    return search;
  }

  /** One byte for each character, that of the character where it has one. */
  static byte[] bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length == text.length()) {
      return bytes;
    }
    // A surrogate pair became a single byte.
    byte[] each = new byte[text.length()];
    for (int i = 0; i < each.length; i++) {
      char c = text.charAt(i);
      each[i] = (byte) (c < 256 ? c : '?');
    }
    return each;
  }
}
