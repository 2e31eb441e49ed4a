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

import com.googlesource.gerrit.plugins.eventletguard.scan.TriggerWords;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words that tell whether and where a module can hold a usage: sets of words that stand
 * together where one is, and the names that start a root. Of each set only the longest word is
 * searched for, as short ones stand everywhere; the others are asked for where that one stands.
 * Immutable.
 */
public final class RelevantWords {
  /** What every way to import has in it, and {@code sys.modules}. */
  private static final Set<String> IMPORTING = Set.of("import", "modules");

  private final SymbolRoots roots;
  private final List<String> words;

  /** By the index of a word: what has to stand with it; none where it is no word of a set. */
  private final List<List<Set<String>>> others;

  /** By the index of a word: the name that starts a root, or null where none does. */
  private final List<String> firstParts;

  /** The searches for words that have to stand with others, by word, made when first needed. */
  private final Map<String, TriggerWords> searchesOfOthers = new ConcurrentHashMap<>();

  /** Of the words of the sets only, which come first. */
  private final TriggerWords searchOfSets;

  private final TriggerWords search;

  /**
   * @param triggers a module without all the words of any of these sets holds no usage
   * @param roots what is followed
   */
  public RelevantWords(Collection<Set<String>> triggers, SymbolRoots roots) {
    this.roots = roots;
    Map<String, List<Set<String>>> sets = new LinkedHashMap<>();
    for (Set<String> set : withoutImplied(triggers)) {
      String word = mostTelling(set);
      Set<String> rest = new TreeSet<>(set);
      rest.remove(word);
      sets.computeIfAbsent(word, key -> new ArrayList<>()).add(rest);
    }
    Map<String, String> starts = starts(roots);
    Set<String> all = new LinkedHashSet<>(sets.keySet());
    all.addAll(starts.keySet());
    all.addAll(IMPORTING);
    this.words = List.copyOf(all);
    this.others = words.stream().map(word -> sets.getOrDefault(word, List.of())).toList();
    this.firstParts = new ArrayList<>(words.stream().map(starts::get).toList());
    this.searchOfSets = TriggerWords.asSpelled(sets.keySet());
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

  /** The sets without those that hold more than a word which is a set by itself. */
  private static Set<Set<String>> withoutImplied(Collection<Set<String>> triggers) {
    Set<String> enough = new TreeSet<>();
    triggers.stream().filter(set -> set.size() == 1).forEach(enough::addAll);
    Set<Set<String>> needed = new LinkedHashSet<>();
    for (Set<String> set : triggers) {
      if (!holdsAny(set, enough)) {
        needed.add(set);
      }
    }
    return needed;
  }

  /** Whether any word of a set holds one of these, other than a set of that word alone. */
  private static boolean holdsAny(Set<String> set, Set<String> parts) {
    for (String word : set) {
      for (String part : parts) {
        if (word.contains(part) && !(set.size() == 1 && word.equals(part))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String mostTelling(Set<String> set) {
    return new TreeSet<>(set)
        .stream().max((one, other) -> Integer.compare(one.length(), other.length())).orElseThrow();
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
    for (Set<String> rest : others.get(word)) {
      if (rest.stream().allMatch(other -> text.indexOf(other, start, end) >= 0)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a file holds all the words of any set. */
  public boolean mayMatter(byte[] content) {
    return !searchOfSets.visitInAnyOrder(content, new FileVisitor(content));
  }

  /** Goes on until a set is complete. */
  private final class FileVisitor implements TriggerWords.Visitor {
    private final byte[] content;

    private final BitSet seen = new BitSet();

    /** Of the words that were asked for, which of several sets may hold: whether they occur. */
    private final Map<String, Boolean> held = new HashMap<>();

    FileVisitor(byte[] content) {
      this.content = content;
    }

    @Override
    public boolean found(int word, int start) {
      if (seen.get(word)) {
        return true;
      }
      seen.set(word);
      for (Set<String> rest : others.get(word)) {
        if (rest.stream().allMatch(this::holds)) {
          return false;
        }
      }
      return true;
    }

    private boolean holds(String word) {
      return held.computeIfAbsent(
          word,
          asked ->
              searchesOfOthers
                  .computeIfAbsent(asked, one -> TriggerWords.asSpelled(Set.of(one)))
                  .occurIn(content));
    }
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
