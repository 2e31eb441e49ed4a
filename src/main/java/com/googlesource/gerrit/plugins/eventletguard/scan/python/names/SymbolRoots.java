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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The dotted names whose users are looked for: a module or anything else with all that is in it, or
 * with a {@code *} at its end everything that starts so.
 */
public final class SymbolRoots {
  private static final String ANY = "*";

  private final List<String> roots;
  private final Set<String> firstParts = new HashSet<>();

  /** The packages on the way to a root, each with the names that lead on. */
  private final Map<String, Set<String>> packages = new HashMap<>();

  /** Those with all that is in them. */
  private final Set<String> whole = new HashSet<>();

  /** How the others start. */
  private final List<String> beginnings = new ArrayList<>();

  /** No root has more names. */
  private final int mostParts;

  /**
   * @param roots such as {@code eventlet} and {@code futurist.Green*}
   */
  public SymbolRoots(List<String> roots) {
    this.roots = List.copyOf(roots);
    int most = 1;
    for (String root : this.roots) {
      firstParts.add(firstPart(root));
      int parts = 1;
      for (int dot = root.indexOf('.'); dot >= 0; dot = root.indexOf('.', dot + 1)) {
        packages
            .computeIfAbsent(root.substring(0, dot), unused -> new HashSet<>())
            .add(firstPart(root.substring(dot + 1)).replace(ANY, ""));
        parts++;
      }
      most = Math.max(most, parts);
      if (root.endsWith(ANY)) {
        beginnings.add(root.substring(0, root.length() - ANY.length()));
      } else {
        whole.add(root);
      }
    }
    this.mostParts = most;
  }

  /** These roots and others. */
  public SymbolRoots and(Collection<String> others) {
    return others.isEmpty()
        ? this
        : new SymbolRoots(Stream.concat(roots.stream(), others.stream()).distinct().toList());
  }

  public List<String> roots() {
    return roots;
  }

  /** The first name of each root; what an absolute import has to start with to concern one. */
  Set<String> firstParts() {
    return Collections.unmodifiableSet(firstParts);
  }

  /** Whether a symbol is one of the roots or inside one. */
  public boolean cover(String symbol) {
    return firstParts.contains(firstPart(symbol))
        && (isInsideWhole(symbol) || beginnings.stream().anyMatch(symbol::startsWith));
  }

  /** Whether a symbol is covered, or is a package on the way to one that is. */
  public boolean concern(String symbol) {
    return packages.containsKey(symbol) || cover(symbol);
  }

  /**
   * The names, or how they start, that lead from a package on to a root; none for what is no such
   * package.
   */
  Set<String> namesIn(String symbol) {
    return packages.getOrDefault(symbol, Set.of());
  }

  private boolean isInsideWhole(String symbol) {
    int dot = symbol.indexOf('.');
    for (int parts = 1; dot >= 0 && parts < mostParts; parts++) {
      if (whole.contains(symbol.substring(0, dot))) {
        return true;
      }
      dot = symbol.indexOf('.', dot + 1);
    }
    return whole.contains(dot < 0 ? symbol : symbol.substring(0, dot));
  }

  private static String firstPart(String symbol) {
    int dot = symbol.indexOf('.');
    return dot < 0 ? symbol : symbol.substring(0, dot);
  }
}
