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

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The dotted names whose users are looked for: a module or anything else with all that is in it, or
 * with a {@code *} at its end everything that starts so.
 */
public final class SymbolRoots {
  private static final String ANY = "*";

  private final List<String> roots;
  private final Set<String> firstParts = new HashSet<>();

  /**
   * @param roots such as {@code eventlet} and {@code futurist.Green*}
   */
  public SymbolRoots(List<String> roots) {
    this.roots = List.copyOf(roots);
    for (String root : this.roots) {
      firstParts.add(firstPart(root));
    }
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
        && roots.stream().anyMatch(root -> covers(root, symbol));
  }

  /** Whether a symbol is covered, or is a package on the way to one that is. */
  public boolean concern(String symbol) {
    return firstParts.contains(firstPart(symbol))
        && roots.stream().anyMatch(root -> covers(root, symbol) || isInside(symbol, root));
  }

  private static boolean covers(String root, String symbol) {
    return root.endsWith(ANY)
        ? symbol.startsWith(root.substring(0, root.length() - ANY.length()))
        : symbol.equals(root) || isInside(root, symbol);
  }

  private static boolean isInside(String outer, String inner) {
    return inner.length() > outer.length()
        && inner.charAt(outer.length()) == '.'
        && inner.startsWith(outer);
  }

  private static String firstPart(String symbol) {
    int dot = symbol.indexOf('.');
    return dot < 0 ? symbol : symbol.substring(0, dot);
  }
}
