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

package com.googlesource.gerrit.plugins.eventletguard.inventory;

import com.googlesource.gerrit.plugins.eventletguard.policy.BranchPolicy;
import com.googlesource.gerrit.plugins.eventletguard.rules.DesignPattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.Tier;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Every finding of a tree, counted in several ways.
 *
 * <p>The tables of the community goal sort one feature of Eventlet under several headings, so that
 * a finding may be counted under several tiers and design patterns, or under none. It is counted
 * under one rule, one category and one directory.
 *
 * @param findings in {@link Finding#ORDER}
 */
public record Usages(List<InventoriedFinding> findings) {
  public Usages {
    findings = List.copyOf(findings);
  }

  static Usages of(BranchPolicy policy, List<Finding> findings) {
    return new Usages(InventoriedFinding.of(policy, findings));
  }

  public Tally tally() {
    return Tally.of(findings);
  }

  /** Those that meet a condition. */
  List<InventoriedFinding> where(Predicate<InventoriedFinding> condition) {
    return findings.stream().filter(condition).toList();
  }

  /** By design; every design has an entry. */
  public Map<DesignPattern, Tally> byDesignPattern() {
    return byEach(
        DesignPattern.class,
        DesignPattern.values(),
        finding -> finding.finding().pattern().correspondence().designPatterns());
  }

  /** By level of the goal's hierarchy; every level has an entry. */
  public Map<Tier, Tally> byTier() {
    return byEach(
        Tier.class, Tier.values(), finding -> finding.finding().pattern().correspondence().tiers());
  }

  /** By the heading under which the rule reference lists the rule. */
  public SortedMap<String, Tally> byCategory() {
    return byOne(finding -> finding.finding().rule().group());
  }

  /** By id of the rule. */
  public SortedMap<String, Tally> byRule() {
    return byOne(finding -> finding.finding().rule().id());
  }

  /** By kind of usage, as its lower-case word. */
  public SortedMap<String, Tally> byKind() {
    return byOne(finding -> finding.kind().word());
  }

  /**
   * By folder.
   *
   * @param depth how many names of a path's folders to keep, from 1 on; {@code .} is the top
   */
  public SortedMap<String, Tally> byDirectory(int depth) {
    return byOne(finding -> directory(finding.finding().path(), depth));
  }

  private static String directory(String path, int depth) {
    int end = -1;
    for (int i = 0; i < depth; i++) {
      int next = path.indexOf('/', end + 1);
      if (next < 0) {
        break;
      }
      end = next;
    }
    return end < 0 ? "." : path.substring(0, end);
  }

  private <K extends Enum<K>> Map<K, Tally> byEach(
      Class<K> type, K[] keys, Function<InventoriedFinding, ? extends Collection<K>> keysOf) {
    Map<K, List<InventoriedFinding>> parts = new EnumMap<>(type);
    for (K key : keys) {
      parts.put(key, new ArrayList<>());
    }
    for (InventoriedFinding finding : findings) {
      keysOf.apply(finding).forEach(key -> parts.get(key).add(finding));
    }
    Map<K, Tally> tallies = new EnumMap<>(type);
    parts.forEach((key, part) -> tallies.put(key, Tally.of(part)));
    return tallies;
  }

  private SortedMap<String, Tally> byOne(Function<InventoriedFinding, String> key) {
    return tallies(findings, key);
  }

  /** The tally of each part of some findings. */
  static SortedMap<String, Tally> tallies(
      List<InventoriedFinding> findings, Function<InventoriedFinding, String> key) {
    SortedMap<String, List<InventoriedFinding>> parts = new TreeMap<>();
    for (InventoriedFinding finding : findings) {
      parts.computeIfAbsent(key.apply(finding), unused -> new ArrayList<>()).add(finding);
    }
    SortedMap<String, Tally> tallies = new TreeMap<>();
    parts.forEach((name, part) -> tallies.put(name, Tally.of(part)));
    return tallies;
  }
}
