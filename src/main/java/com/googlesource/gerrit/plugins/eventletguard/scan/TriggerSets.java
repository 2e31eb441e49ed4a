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

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Sets of words that stand together in a file where it holds what is looked for. One pass over its
 * bytes tells whether any set does: it searches for the longest word of each, as short ones stand
 * everywhere, and for others that are no shorter than any of those, which costs little more. What
 * is left is looked for once all else of its set was found. Immutable.
 */
public final class TriggerSets {
  /**
   * What makes up a set.
   *
   * @param searched the indexes of those of its words that the pass searches for
   * @param left its other words
   */
  private record Parts(List<Integer> searched, List<String> left) {}

  private final Function<Collection<String>, TriggerWords> searchFor;
  private final List<String> words;

  /** By the index of a word: what has to stand with it. */
  private final List<List<Set<String>>> others;

  private final TriggerWords search;

  /** By the index of what is searched for: the sets that it is in. */
  private final List<List<Parts>> sets = new ArrayList<>();

  /** The searches for words that are left, by word, made when first needed. */
  private final Map<String, TriggerWords> searchesLeft = new ConcurrentHashMap<>();

  private TriggerSets(
      Collection<Set<String>> sets, Function<Collection<String>, TriggerWords> searchFor) {
    this.searchFor = searchFor;
    Map<String, List<Set<String>>> othersByWord = new LinkedHashMap<>();
    for (Set<String> set : withoutImplied(sets)) {
      String word = longest(set);
      Set<String> rest = new TreeSet<>(set);
      rest.remove(word);
      othersByWord.computeIfAbsent(word, key -> new ArrayList<>()).add(rest);
    }
    this.words = List.copyOf(othersByWord.keySet());
    this.others = List.copyOf(othersByWord.values());
    List<String> searched = searched(othersByWord);
    this.search = searchFor.apply(searched);
    searched.forEach(word -> this.sets.add(new ArrayList<>()));
    Map<String, Integer> indexes = new HashMap<>();
    for (int i = 0; i < searched.size(); i++) {
      indexes.put(searched.get(i), i);
    }
    othersByWord.forEach((word, rests) -> rests.forEach(rest -> addParts(word, rest, indexes)));
  }

  /** Sets of words in the case in which they are spelled. */
  public static TriggerSets asSpelled(Collection<Set<String>> sets) {
    return new TriggerSets(sets, TriggerWords::asSpelled);
  }

  /**
   * Sets of words in any case of their ASCII letters.
   *
   * @param sets with small letters
   */
  static TriggerSets inAnyCase(Collection<Set<String>> sets) {
    return new TriggerSets(sets, TriggerWords::inAnyCase);
  }

  /** The sets without those that hold more than a word which is a set by itself. */
  private static Set<Set<String>> withoutImplied(Collection<Set<String>> sets) {
    Set<String> enough = new TreeSet<>();
    sets.stream().filter(set -> set.size() == 1).forEach(enough::addAll);
    Set<Set<String>> needed = new LinkedHashSet<>();
    for (Set<String> set : sets) {
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

  private static String longest(Set<String> set) {
    return new TreeSet<>(set)
        .stream().max((one, other) -> Integer.compare(one.length(), other.length())).orElseThrow();
  }

  /** The longest words first, then others that are no shorter than the shortest of those. */
  private static List<String> searched(Map<String, List<Set<String>>> othersByWord) {
    int shortest = Integer.MAX_VALUE;
    for (String word : othersByWord.keySet()) {
      shortest = Math.min(shortest, word.length());
    }
    Set<String> searched = new LinkedHashSet<>(othersByWord.keySet());
    for (List<Set<String>> rests : othersByWord.values()) {
      for (Set<String> rest : rests) {
        for (String word : rest) {
          if (word.length() >= shortest) {
            searched.add(word);
          }
        }
      }
    }
    return List.copyOf(searched);
  }

  private void addParts(String word, Set<String> rest, Map<String, Integer> indexes) {
    List<Integer> searched = new ArrayList<>(List.of(indexes.get(word)));
    List<String> left = new ArrayList<>();
    for (String other : rest) {
      Integer index = indexes.get(other);
      if (index == null) {
        left.add(other);
      } else {
        searched.add(index);
      }
    }
    Parts parts = new Parts(searched, left);
    searched.forEach(index -> sets.get(index).add(parts));
  }

  /** One word of each set, its longest; each once. */
  public List<String> words() {
    return words;
  }

  /**
   * Whether a set is complete.
   *
   * @param word the index of its longest word, which is there
   * @param holds whether another word is there as well
   */
  public boolean complete(int word, Predicate<String> holds) {
    for (Set<String> rest : others.get(word)) {
      if (rest.stream().allMatch(holds)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a file holds all the words of any set. */
  public boolean occurIn(byte[] content) {
    return !search.visitInAnyOrder(content, new Visitor(content));
  }

  /** Goes on until a set is complete. */
  private final class Visitor implements TriggerWords.Visitor {
    private final byte[] content;

    private final BitSet seen = new BitSet();

    /** Of the words that were left: whether they occur. */
    private final Map<String, Boolean> held = new HashMap<>();

    Visitor(byte[] content) {
      this.content = content;
    }

    @Override
    public boolean found(int word, int start) {
      if (seen.get(word)) {
        return true;
      }
      seen.set(word);
      for (Parts parts : sets.get(word)) {
        if (isComplete(parts)) {
          return false;
        }
      }
      return true;
    }

    private boolean isComplete(Parts parts) {
      for (int word : parts.searched()) {
        if (!seen.get(word)) {
          return false;
        }
      }
      for (String word : parts.left()) {
        if (!held.computeIfAbsent(word, this::occurs)) {
          return false;
        }
      }
      return true;
    }

    private boolean occurs(String word) {
      return searchesLeft
          .computeIfAbsent(word, left -> searchFor.apply(Set.of(left)))
          .occurIn(content);
    }
  }
}
