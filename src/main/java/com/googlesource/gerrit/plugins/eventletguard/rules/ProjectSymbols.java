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
package com.googlesource.gerrit.plugins.eventletguard.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which symbols of a project's rules can be looked for: those that have the form of their
 * kind, and a word in them that keeps most files from being parsed.
 */
final class ProjectSymbols {
  /** In all rules of a project together. */
  private static final int MOST = 500;

  private static final int LONGEST = 200;
  private static final int MOST_WILDCARDS = 3;

  private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_]*";

  private static final java.util.regex.Pattern WORD = java.util.regex.Pattern.compile("\\w{3}");

  /** The last word before any wildcard is the one that a package's own modules name, too. */
  private static final java.util.regex.Pattern TELLING_NAME =
      java.util.regex.Pattern.compile("[^*(]*\\w{3}\\.?([*(].*)?");

  private static final java.util.regex.Pattern PYTHON =
      java.util.regex.Pattern.compile(
          NAME + "(\\.[\\p{L}\\p{N}_*]++)*+(\\(" + NAME + "(=[^()]*)?\\))?");

  private static final Set<UsageKind> PYTHON_KINDS =
      EnumSet.of(UsageKind.IMPORT, UsageKind.USE, UsageKind.STRING);

  private static final Map<UsageKind, java.util.regex.Pattern> FORMS =
      new EnumMap<>(
          Map.of(
              UsageKind.IMPORT, PYTHON,
              UsageKind.USE, PYTHON,
              UsageKind.STRING, PYTHON,
              UsageKind.REQUIREMENT,
                  java.util.regex.Pattern.compile("[a-z0-9]++(-[a-z0-9]++)*+(\\[[a-z0-9-]+\\])?"),
              UsageKind.ENVIRONMENT, java.util.regex.Pattern.compile("[A-Za-z_]\\w*(=[^A-Z]*)?")));

  private static final Map<UsageKind, String> ADVICE =
      new EnumMap<>(
          Map.of(
              UsageKind.IMPORT, "write the full dotted name, such as stratus.utils.spawn.",
              UsageKind.USE, "write the full dotted name, such as stratus.utils.spawn.",
              UsageKind.STRING, "write the full dotted name, such as stratus.utils.spawn.",
              UsageKind.REQUIREMENT,
                  "write the name in lower case with hyphens, such as stratus-green.",
              UsageKind.ENVIRONMENT,
                  "write the variable, or with a value in lower case, such as"
                      + " STRATUS_MODE=green."));

  private final Map<String, String> placeOfSymbol = new HashMap<>();
  private int left = MOST;

  /** The symbols of a section that are right; the others are problems. */
  List<String> read(RuleSection section, Set<UsageKind> kinds) {
    List<String> right = new ArrayList<>();
    for (String symbol : section.texts(PatternReader.SYMBOL)) {
      String advice = advice(section, symbol, kinds);
      if (advice.isEmpty()) {
        right.add(symbol);
        left--;
      } else {
        section.report(PatternReader.SYMBOL, symbol, advice);
      }
    }
    return right;
  }

  /** What is wrong with a symbol; empty when nothing is. */
  private String advice(RuleSection section, String symbol, Set<UsageKind> kinds) {
    if (left == 0) {
      return "too many symbols; a project's rules have at most %d.".formatted(MOST);
    }
    if (symbol.indexOf(' ') >= 0) {
      return "a symbol has no spaces; give each its own line.";
    }
    if (symbol.length() > LONGEST) {
      return "too long; a symbol has at most %d characters.".formatted(LONGEST);
    }
    if (symbol.chars().filter(one -> one == '*').count() > MOST_WILDCARDS) {
      return "use * at most %d times.".formatted(MOST_WILDCARDS);
    }
    boolean telling =
        Collections.disjoint(kinds, PYTHON_KINDS)
            ? WORD.matcher(symbol).find()
            : TELLING_NAME.matcher(symbol).matches();
    if (!telling) {
      return "its last word before any * needs three letters: by it files are told apart.";
    }
    for (UsageKind kind : kinds) {
      java.util.regex.Pattern form = FORMS.get(kind);
      if (form != null && !form.matcher(symbol).matches()) {
        return ADVICE.get(kind);
      }
      String place =
          placeOfSymbol.putIfAbsent(
              kind.word() + ' ' + SymbolNames.canonical(symbol), section.place());
      if (place != null) {
        return "the %s is matched by %s already.".formatted(kind.word(), place);
      }
    }
    return "";
  }
}
