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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words that tell whether and where a module can hold a usage, searched for in one pass: sets
 * of words that stand together where one is, and the names that start a root. Immutable.
 */
public final class RelevantWords {
  private final SymbolRoots roots;
  private final List<String> words;
  private final TriggerWords search;

  /** Of the words of the sets only, which are told by the same indexes. */
  private final TriggerWords searchOfSets;

  /** By the index of a word, as in the next: whether a root starts with it. */
  private final BitSet firstParts = new BitSet();

  /** The sets that hold a word, of indexes of their words. */
  private final List<List<BitSet>> setsOfWord = new ArrayList<>();

  /**
   * @param triggers a module without all the words of any of these sets holds no usage
   * @param roots what is followed
   */
  public RelevantWords(Collection<Set<String>> triggers, SymbolRoots roots) {
    this.roots = roots;
    Set<String> distinct = new LinkedHashSet<>();
    triggers.forEach(distinct::addAll);
    this.searchOfSets = new TriggerWords(distinct);
    distinct.addAll(roots.firstParts());
    this.words = List.copyOf(distinct);
    this.search = new TriggerWords(words);
    words.forEach(word -> setsOfWord.add(new ArrayList<>()));
    for (Set<String> trigger : Set.copyOf(triggers)) {
      BitSet set = new BitSet();
      trigger.forEach(word -> set.set(words.indexOf(word)));
      set.stream().forEach(word -> setsOfWord.get(word).add(set));
    }
    roots.firstParts().forEach(part -> firstParts.set(words.indexOf(part)));
  }

  SymbolRoots roots() {
    return roots;
  }

  String word(int index) {
    return words.get(index);
  }

  boolean startsRoot(int index) {
    return firstParts.get(index);
  }

  /** Whether a word completes one of its sets, now that all of these were seen. */
  boolean completes(int index, BitSet seen) {
    for (BitSet set : setsOfWord.get(index)) {
      if (set.cardinality() == 1 || holdsAll(seen, set)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a text holds all the words of any set.
   *
   * @param bytes those of {@link #bytes}
   */
  boolean mayMatter(String text, byte[] bytes) {
    BitSet seen = new BitSet();
    return !visit(
        text,
        bytes,
        searchOfSets,
        words,
        (word, start) -> {
          seen.set(word);
          return !completes(word, seen);
        });
  }

  private static boolean holdsAll(BitSet seen, BitSet set) {
    BitSet missing = (BitSet) set.clone();
    missing.andNot(seen);
    return missing.isEmpty();
  }

  /** Visits every occurrence of a word in a text, in the same case, by offset. */
  boolean visit(String text, byte[] bytes, TriggerWords.Visitor visitor) {
    return visit(text, bytes, search, words, visitor);
  }

  /** Visits every occurrence of some words in a text, in the same case, by offset. */
  static boolean visit(
      String text,
      byte[] bytes,
      TriggerWords search,
      List<String> words,
      TriggerWords.Visitor visitor) {
    return search.visit(
        bytes,
        (word, start) -> !text.startsWith(words.get(word), start) || visitor.found(word, start));
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
