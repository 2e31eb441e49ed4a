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
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;

/**
 * Tells in one pass over the bytes of a file whether it holds any of a set of words, whatever the
 * case of their ASCII letters. A file without any is never decoded or parsed.
 *
 * <p>The automaton of Aho and Corasick ("Efficient string matching", 1975), with its failure links
 * folded into the table. It stops at the first word, so states after a word need no successors.
 */
public final class TriggerWords {
  private static final int BYTES = 256;
  private static final int START = 0;
  private static final int FOUND = -1;
  private static final int NONE = -2;

  /** The successor of each state for each byte, or {@link #FOUND}. */
  private final int[] successors;

  /**
   * @param words not empty themselves; without any word nothing is ever found
   */
  public TriggerWords(Collection<String> words) {
    int states = 1 + words.stream().mapToInt(word -> utf8(word).length).sum();
    int[] table = new int[states * BYTES];
    Arrays.fill(table, NONE);
    int used = 1;
    for (String word : words) {
      used = add(table, utf8(word), used);
    }
    linkFailures(table);
    this.successors = Arrays.copyOf(table, used * BYTES);
  }

  /** Whether any of the words occurs. */
  public boolean occurIn(byte[] content) {
    int state = START;
    for (byte one : content) {
      state = successors[state * BYTES + (one & 0xFF)];
      if (state == FOUND) {
        return true;
      }
    }
    return false;
  }

  private static byte[] utf8(String word) {
    return word.getBytes(StandardCharsets.UTF_8);
  }

  private static int add(int[] table, byte[] word, int firstFree) {
    int free = firstFree;
    int state = START;
    for (int i = 0; i < word.length; i++) {
      int cell = state * BYTES + (lower(word[i]) & 0xFF);
      if (table[cell] == FOUND) {
        return free;
      }
      if (i == word.length - 1) {
        table[cell] = FOUND;
      } else if (table[cell] == NONE) {
        table[cell] = free++;
      }
      state = table[cell];
    }
    return free;
  }

  /** Completes the table breadth first, then lets capital letters go the way of small ones. */
  private static void linkFailures(int[] table) {
    int[] failure = new int[table.length / BYTES];
    Deque<Integer> queue = new ArrayDeque<>();
    for (int value = 0; value < BYTES; value++) {
      if (table[value] == NONE) {
        table[value] = START;
      } else if (table[value] != FOUND) {
        queue.add(table[value]);
      }
    }
    while (!queue.isEmpty()) {
      int state = queue.remove();
      for (int value = 0; value < BYTES; value++) {
        int cell = state * BYTES + value;
        int afterFailure = table[failure[state] * BYTES + value];
        if (table[cell] == NONE || afterFailure == FOUND) {
          table[cell] = afterFailure;
        } else if (table[cell] != FOUND) {
          failure[table[cell]] = afterFailure;
          queue.add(table[cell]);
        }
      }
    }
    for (int cell = 0; cell < table.length; cell += BYTES) {
      System.arraycopy(table, cell + 'a', table, cell + 'A', 26);
    }
  }

  private static byte lower(byte one) {
    return one >= 'A' && one <= 'Z' ? (byte) (one + 'a' - 'A') : one;
  }
}
