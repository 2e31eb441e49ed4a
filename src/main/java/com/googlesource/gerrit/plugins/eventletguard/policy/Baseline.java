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

package com.googlesource.gerrit.plugins.eventletguard.policy;

import static java.util.Objects.requireNonNull;

import com.googlesource.gerrit.plugins.eventletguard.change.Fingerprints;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The findings that a project puts up with for now, by what identifies them wherever their lines
 * are. Immutable.
 */
public final class Baseline {
  /**
   * Findings that equal each other.
   *
   * @param path the file, from the top of its tree
   * @param rule the id, for people
   * @param symbol what is used, for people
   * @param fingerprint what {@link Fingerprints#of} gives
   * @param count how many there are, from 1
   */
  public record Entry(String path, String rule, String symbol, String fingerprint, int count) {
    private static final Comparator<Entry> ORDER =
        Comparator.comparing(Entry::path)
            .thenComparing(Entry::rule)
            .thenComparing(Entry::symbol)
            .thenComparing(Entry::fingerprint);

    public Entry {
      requireNonNull(path, "path");
      requireNonNull(rule, "rule");
      requireNonNull(symbol, "symbol");
      requireNonNull(fingerprint, "fingerprint");
      if (count < 1) {
        throw new IllegalArgumentException("count: " + count);
      }
    }

    private static Entry of(Finding finding, String path) {
      return new Entry(
          path,
          finding.rule().id(),
          finding.usage().symbol(),
          Fingerprints.of(finding, path),
          /* count= */ 1);
    }

    /** The same with another number of findings. */
    Entry with(int number) {
      return new Entry(path, rule, symbol, fingerprint, number);
    }
  }

  private final Map<String, Entry> entries = new TreeMap<>();

  /** A baseline of entries; those with the same fingerprint are added up. */
  public Baseline(Collection<Entry> entries) {
    entries.forEach(
        entry ->
            this.entries.merge(
                entry.fingerprint(), entry, (one, next) -> one.with(one.count() + next.count())));
  }

  /**
   * All that counts now.
   *
   * @param pathInTree from the path that a finding is shown under to the one from the top of its
   *     tree
   */
  public static Baseline of(Collection<Judgement> standing, UnaryOperator<String> pathInTree) {
    return new Baseline(
        standing.stream()
            .filter(Judgement::counts)
            .map(Judgement::finding)
            .map(finding -> Entry.of(finding, pathInTree.apply(finding.path())))
            .toList());
  }

  /** By path, rule, symbol and fingerprint: the same findings give the same order. */
  public List<Entry> entries() {
    return entries.values().stream().sorted(Entry.ORDER).toList();
  }

  /** How many findings there are of a fingerprint. */
  int count(String fingerprint) {
    Entry entry = entries.get(fingerprint);
    return entry == null ? 0 : entry.count();
  }
}
