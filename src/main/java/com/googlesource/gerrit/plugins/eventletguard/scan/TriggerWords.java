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

  /** What was found, to be visited in order. */
  private static final class Occurrences implements Visitor {
    /** Each as its start and, in the lower half, the index of its word. */
    private long[] all = new long[16];

    private int size;

    @Override
    public boolean found(int word, int start) {
      if (size == all.length) {
        all = Arrays.copyOf(all, 2 * size);
      }
      all[size++] = ((long) start << Integer.SIZE) | word;
      return true;
    }

    boolean visit(Visitor visitor) {
      Arrays.sort(all, 0, size);
      for (int i = 0; i < size; i++) {
        if (!visitor.found((int) all[i], (int) (all[i] >>> Integer.SIZE))) {
          return false;
        }
      }
      return true;
    }
  }

  private static final int LOW_BITS = 31;
  private static final int OVERLAP = 4;
  private static final int SIZE = 1 << 13;
  private static final int LONGEST_BLOCK = 3;

  /** Less content, in bytes, is not worth to be cut into parts, which are longer than a window. */
  private static final int SHORTEST_IN_PARTS = 1024;

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
    return !visitInAnyOrder(content, (word, start) -> false);
  }

  /**
   * Visits every occurrence of every word, in the order in which they start.
   *
   * @return false when the visitor has ended it
   */
  public boolean visit(byte[] content, Visitor visitor) {
    Occurrences occurrences = new Occurrences();
    visitInAnyOrder(content, occurrences);
    return occurrences.visit(visitor);
  }

  /**
   * Visits every occurrence of every word, in no particular order. As each step has to wait for the
   * one before it, a processor has time for those of several parts of the content at once.
   *
   * @return false when the visitor has ended it
   */
  public boolean visitInAnyOrder(byte[] content, Visitor visitor) {
    if (block == 0) {
      return true;
    }
    if (block < LONGEST_BLOCK || content.length < SHORTEST_IN_PARTS) {
      return visit(content, window - 1, content.length, visitor);
    }
    int length = content.length / 4;
    int end1 = window - 1;
    int end2 = length;
    int end3 = 2 * length;
    int end4 = 3 * length;
    while (end1 < length && end2 < 2 * length && end3 < 3 * length && end4 < content.length) {
      int index1 = indexOfThree(content, end1);
      int index2 = indexOfThree(content, end2);
      int index3 = indexOfThree(content, end3);
      int index4 = indexOfThree(content, end4);
      if (!visitAt(content, end1, index1, visitor)
          || !visitAt(content, end2, index2, visitor)
          || !visitAt(content, end3, index3, visitor)
          || !visitAt(content, end4, index4, visitor)) {
        return false;
      }
      end1 += Math.max(steps[index1], 1);
      end2 += Math.max(steps[index2], 1);
      end3 += Math.max(steps[index3], 1);
      end4 += Math.max(steps[index4], 1);
    }
    return visit(content, end1, length, visitor)
        && visit(content, end2, 2 * length, visitor)
        && visit(content, end3, 3 * length, visitor)
        && visit(content, end4, content.length, visitor);
  }

  /** Visits where windows end in a part of the content. */
  private boolean visit(byte[] content, int from, int to, Visitor visitor) {
    int end = from;
    while (end < to) {
      int index = index(content, end);
      if (!visitAt(content, end, index, visitor)) {
        return false;
      }
      end += Math.max(steps[index], 1);
    }
    return true;
  }

  private int index(byte[] content, int end) {
    if (block == LONGEST_BLOCK) {
      return indexOfThree(content, end);
    }
    int last = content[end] & LOW_BITS;
    return block == 1 ? last : last ^ ((content[end - 1] & LOW_BITS) << OVERLAP);
  }

  private static int indexOfThree(byte[] content, int end) {
    return (content[end] & LOW_BITS)
        ^ ((content[end - 1] & LOW_BITS) << OVERLAP)
        ^ ((content[end - 2] & LOW_BITS) << (2 * OVERLAP));
  }

  /** Visits the words that start with the window that ends here, if any may. */
  private boolean visitAt(byte[] content, int end, int index, Visitor visitor) {
    return steps[index] > 0 || visitAny(content, end - window + 1, candidates[index], visitor);
  }

  private boolean visitAny(byte[] content, int start, Word[] words, Visitor visitor) {
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
