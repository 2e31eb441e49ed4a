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

import java.util.HashSet;
import java.util.Set;

/** Asks of the imports of files whether they can bring certain names. Immutable. */
final class ImportQuery {
  /** What brings a name in any case, ascending. */
  private final int[] always;

  /** What brings one in a file that mentions Eventlet, ascending. */
  private final int[] whereMentioned;

  private ImportQuery(Builder builder) {
    this.always = sorted(builder.always);
    this.whereMentioned = sorted(builder.whereMentioned);
  }

  private static int[] sorted(Set<Integer> hashes) {
    return hashes.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  int[] always() {
    return always;
  }

  int[] whereMentioned() {
    return whereMentioned;
  }

  boolean matches(ImportDigest imports) {
    return imports.containsAny(always)
        || (imports.mentionsEventlet() && imports.containsAny(whereMentioned));
  }

  /** Collects what to ask for. */
  static final class Builder {
    private final Set<Integer> always = new HashSet<>();
    private final Set<Integer> whereMentioned = new HashSet<>();

    /** Asks for {@code from module import name}. */
    void name(String module, String name) {
      always.add(ImportDigest.hash(module, name));
    }

    /** Asks for {@code from module import *}. */
    void star(String module) {
      always.add(ImportDigest.hash(module, ImportDigest.STAR));
    }

    /**
     * Asks for imports of a module, or of a package around it, whatever is then taken from it.
     *
     * @param telling whether all that is to be had from it has names that mention Eventlet
     */
    void module(String module, boolean telling) {
      Set<Integer> hashes = telling ? whereMentioned : always;
      for (int end = module.length(); end > 0; end = module.lastIndexOf('.', end - 1)) {
        hashes.add(ImportDigest.hash(module.substring(0, end)));
      }
    }

    ImportQuery build() {
      return new ImportQuery(this);
    }
  }
}
