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

package com.googlesource.gerrit.plugins.eventletguard.scan.python;

import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The dotted names in Python that a project's own rules are about. */
public final class ProjectNames {
  private static final char KEYWORD = '(';

  private ProjectNames() {}

  /** The names with one of certain kinds; keywords of calls are no names. */
  static List<String> in(RuleCatalog catalog, Set<UsageKind> kinds) {
    return catalog.projectPatterns().stream()
        .filter(pattern -> !Collections.disjoint(pattern.kinds(), kinds))
        .map(Pattern::symbols)
        .flatMap(List::stream)
        .filter(symbol -> symbol.indexOf(KEYWORD) < 0)
        .map(ProjectNames::root)
        .distinct()
        .toList();
  }

  /** What has to be followed for a symbol: as much as stands before its first {@code *}. */
  private static String root(String symbol) {
    int star = symbol.indexOf('*');
    if (star < 0) {
      return symbol;
    }
    String before = symbol.substring(0, star);
    return before.endsWith(".") ? before.substring(0, star - 1) : before + "*";
  }

  /** A word of every file that names a symbol, its own package's included. */
  public static String lastWord(String symbol) {
    String root = root(symbol);
    String word = root.substring(root.lastIndexOf('.') + 1);
    return word.endsWith("*") ? word.substring(0, word.length() - 1) : word;
  }
}
