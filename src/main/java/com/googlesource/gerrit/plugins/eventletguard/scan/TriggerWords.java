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

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Finds in one pass over the bytes of a file where it holds any of a set of words. A file without
 * any is never decoded or parsed.
 *
 * <p>The algorithm of Wu and Manber ("A fast algorithm for multi-pattern searching", 1994): the
 * last bytes of where the shortest word would end, a block of up to three, tell how far it is safe
 * to go on, mostly by nearly that word's length. Tables are indexed by the low five bits of each
 * byte, overlapping as in that paper: that makes them small enough to stay in the fastest cache,
 * and takes capital letters for small ones.
 */
public final class TriggerWords {
  /** Takes what is found. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Takes an occurrence.
     *
     * @param word the index of the word, from 0 in the order in which the words were given
     * @param start the index of its first byte
     * @return whether to go on
     */
    boolean found(int word, int start);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Word(int index, byte[] spelling) {}

  private static final int LOW_BITS = 31;
  private static final int OVERLAP = 4;
  private static final int SIZE = 1 << 13;
  private static final int LONGEST_BLOCK = 3;

  private final boolean anyCase;

  /** How many bytes at the start of every word are searched for; 0 without words. */
  private final int window;

  /** How many bytes at the end of the window are looked at together. */
  private final int block;

  /** By the block: how many bytes to go on; 0 where a word may start in the window. */
  private final byte[] steps = new byte[SIZE];

  /** By the block: the words that start with a window that ends with it, or null. */
  private final Word[][] candidates = new Word[SIZE][];

  private TriggerWords(Collection<String> words, boolean anyCase) {
    this.anyCase = anyCase;
    List<byte[]> spellings =
        words.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toList();
    int shortest = spellings.stream().mapToInt(word -> word.length).min().orElse(0);
    this.window = Math.min(shortest, Byte.MAX_VALUE);
    this.block = Math.min(window, LONGEST_BLOCK);
    Arrays.fill(steps, (byte) (window - block + 1));
    for (int i = 0; i < spellings.size(); i++) {
      byte[] word = spellings.get(i);
      for (int end = block - 1; end < window; end++) {
        int index = index(word, end);
        steps[index] = (byte) Math.min(steps[index], window - 1 - end);
      }
      int last = index(word, window - 1);
      Word[] others = candidates[last] == null ? new Word[0] : candidates[last];
      candidates[last] = Arrays.copyOf(others, others.length + 1);
      candidates[last][others.length] = new Word(i, anyCase ? lowerCase(word) : word);
    }
  }

  /**
   * Finds words whatever the case of their ASCII letters.
   *
   * @param words not empty themselves; without any word nothing is ever found
   */
  public static TriggerWords inAnyCase(Collection<String> words) {
    return new TriggerWords(words, /* anyCase= */ true);
  }

  /**
   * Finds words as they are spelled.
   *
   * @param words not empty themselves; without any word nothing is ever found
   */
  public static TriggerWords asSpelled(Collection<String> words) {
    return new TriggerWords(words, /* anyCase= */ false);
  }

  /** Whether any of the words occurs. */
  public boolean occurIn(byte[] content) {
    return !visit(content, (word, start) -> false);
  }

  /**
   * Visits every occurrence of every word, in the order in which they start.
   *
   * @return false when the visitor has ended it
   */
  public boolean visit(byte[] content, Visitor visitor) {
    int end = window == 0 ? content.length : window - 1;
    while (end < content.length) {
      int index = index(content, end);
      int step = steps[index];
      if (step > 0) {
        end += step;
      } else if (visitAt(content, end - window + 1, candidates[index], visitor)) {
        end++;
      } else {
        return false;
      }
    }
    return true;
  }

  private int index(byte[] content, int end) {
    int index = content[end] & LOW_BITS;
    if (block > 1) {
      index ^= (content[end - 1] & LOW_BITS) << OVERLAP;
    }
    if (block > 2) {
      index ^= (content[end - 2] & LOW_BITS) << (2 * OVERLAP);
    }
    return index;
  }

  private boolean visitAt(byte[] content, int start, Word[] words, Visitor visitor) {
    for (Word word : words) {
      if (startsAt(content, start, word.spelling()) && !visitor.found(word.index(), start)) {
        return false;
      }
    }
    return true;
  }

  private boolean startsAt(byte[] content, int start, byte[] word) {
    if (content.length - start < word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      byte one = content[start + i];
      if (one != word[i] && (!anyCase || lowerCase(one) != word[i])) {
        return false;
      }
    }
    return true;
  }

  private static byte[] lowerCase(byte[] word) {
    byte[] bytes = word.clone();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = lowerCase(bytes[i]);
    }
    return bytes;
  }

  private static byte lowerCase(byte one) {
    return one >= 'A' && one <= 'Z' ? (byte) (one + 'a' - 'A') : one;
  }
}
