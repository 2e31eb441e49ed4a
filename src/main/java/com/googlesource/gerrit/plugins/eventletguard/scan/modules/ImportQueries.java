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

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks many queries of imports at once. Immutable. */
final class ImportQueries {
  /** By a hash: the queries that match imports with it. */
  private final Map<Integer, BitSet> always = new HashMap<>();

  /** The same of imports in a file that mentions Eventlet. */
  private final Map<Integer, BitSet> whereMentioned = new HashMap<>();

  ImportQueries(List<ImportQuery> queries) {
    for (int i = 0; i < queries.size(); i++) {
      add(always, queries.get(i).always(), i);
      add(whereMentioned, queries.get(i).whereMentioned(), i);
    }
  }

  private static void add(Map<Integer, BitSet> queries, int[] hashes, int query) {
    for (int hash : hashes) {
      queries.computeIfAbsent(hash, key -> new BitSet()).set(query);
    }
  }

  /** The indexes of the queries that match. */
  BitSet matching(ImportDigest imports) {
    BitSet matching = new BitSet();
    find(always, imports, matching);
    if (imports.mentionsEventlet()) {
      find(whereMentioned, imports, matching);
    }
    return matching;
  }

  private static void find(Map<Integer, BitSet> queries, ImportDigest imports, BitSet found) {
    imports.forEachHash(
        hash -> {
          BitSet matching = queries.get(hash);
          if (matching != null) {
            found.or(matching);
          }
        });
  }
}
