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

package com.googlesource.gerrit.plugins.eventletguard.scan.modules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * What a module imports, as hashes of the full names: enough to tell of nearly every file of a tree
 * that it cannot concern a module, in few bytes. Immutable.
 */
public final class ImportDigest {
  /** No imports. */
  public static final ImportDigest NONE = new ImportDigest(new int[0], false);

  static final String STAR = "*";

  /** What of Eventlet's name is in every name that is made of it, as it is spelled there. */
  static final List<String> MENTIONS = List.of("ventlet", "VENTLET");

  private final int[] hashes;
  private final boolean mentionsEventlet;

  /**
   * @param hashes of {@link #hash}, in any order
   * @param mentionsEventlet whether one of {@link #MENTIONS} stands anywhere in the file
   */
  public ImportDigest(int[] hashes, boolean mentionsEventlet) {
    this.hashes = sortedWithoutRepetition(hashes);
    this.mentionsEventlet = mentionsEventlet;
  }

  /** Whether a name mentions Eventlet. */
  static boolean mentionsEventlet(String name) {
    return MENTIONS.stream().anyMatch(name::contains);
  }

  /** The hash of a dotted name. */
  static int hash(String name) {
    return hash(0, name);
  }

  /** The hash of a name in a module. */
  static int hash(String module, String name) {
    return hash(hash(0, module) * 31 + '.', name);
  }

  /** The hash of a dotted name that some bytes spell. */
  static int hash(byte[] bytes, int start, int end) {
    return hash(0, bytes, start, end);
  }

  /** The hash of a name that some bytes spell, in a module with such a hash. */
  static int inModule(int module, byte[] bytes, int start, int end) {
    return hash(module * 31 + '.', bytes, start, end);
  }

  private static int hash(int start, String name) {
    int hash = start;
    for (int i = 0; i < name.length(); i++) {
      hash = hash * 31 + name.charAt(i);
    }
    return hash;
  }

  private static int hash(int before, byte[] bytes, int start, int end) {
    int hash = before;
    for (int i = start; i < end; i++) {
      if (bytes[i] < 0) {
        return hash(before, new String(bytes, start, end - start, UTF_8));
      }
      hash = hash * 31 + bytes[i];
    }
    return hash;
  }

  private static int[] sortedWithoutRepetition(int[] some) {
    int[] sorted = some.clone();
    Arrays.sort(sorted);
    int size = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[size++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, size);
  }

  /** The hashes, ascending. */
  public int[] hashes() {
    return hashes.clone();
  }

  public boolean mentionsEventlet() {
    return mentionsEventlet;
  }

  void forEachHash(IntConsumer consumer) {
    for (int hash : hashes) {
      consumer.accept(hash);
    }
  }

  boolean contains(String name) {
    return Arrays.binarySearch(hashes, hash(name)) >= 0;
  }

  /**
   * @param wanted hashes, ascending
   */
  boolean containsAny(int[] wanted) {
    int[] few = hashes.length < wanted.length ? hashes : wanted;
    int[] many = few == hashes ? wanted : hashes;
    for (int hash : few) {
      if (Arrays.binarySearch(many, hash) >= 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof ImportDigest that
        && mentionsEventlet == that.mentionsEventlet
        && Arrays.equals(hashes, that.hashes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes) * 2 + (mentionsEventlet ? 1 : 0);
  }
}
