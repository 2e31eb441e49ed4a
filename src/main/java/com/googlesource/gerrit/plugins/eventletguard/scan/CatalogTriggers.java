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

import com.googlesource.gerrit.plugins.eventletguard.rules.OptionSymbol;
import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.ProjectNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of which a file must hold at least one for any rule of a catalog to find anything.
 * Python is searched for more telling ones by its own scanner.
 */
final class CatalogTriggers {
  /** A name that is shorter says too little, and then the longest one of its symbol is taken. */
  private static final int TELLING = 5;

  /**
   * What a file must hold where it names a symbol.
   *
   * @param parts all the words that it then holds
   * @param word the one that tells most
   * @param beside another that has to be there, because that one is a common word; or empty
   */
  private record Candidate(List<String> parts, String word, String beside) {
    Candidate(List<String> parts, String word) {
      this(parts, word, "");
    }

    static Candidate of(List<String> parts) {
      return new Candidate(parts, longest(parts));
    }

    private static String longest(List<String> parts) {
      String longest = "";
      for (String part : parts) {
        if (part.length() > longest.length()) {
          longest = part;
        }
      }
      return longest;
    }

    Candidate inLowerCase() {
      return new Candidate(
          parts.stream().map(part -> part.toLowerCase(Locale.ROOT)).toList(),
          word.toLowerCase(Locale.ROOT),
          beside.toLowerCase(Locale.ROOT));
    }

    Set<String> words() {
      return beside.isEmpty() ? Set.of(word) : Set.of(word, beside);
    }

    /** Whether a file that names this symbol holds what another one is looked for by. */
    boolean holds(Candidate other) {
      return holds(other.word) && holds(other.beside);
    }

    private boolean holds(String word) {
      for (String part : parts) {
        if (part.contains(word)) {
          return true;
        }
      }
      return false;
    }
  }

  /** A candidate, in lower case, and the kinds of usage with which its symbol is known. */
  private record Known(Set<UsageKind> kinds, Candidate candidate) {}

  /** What is found in Python only. */
  private static final Set<UsageKind> OF_PYTHON =
      EnumSet.of(UsageKind.IMPORT, UsageKind.USE, UsageKind.STRING);

  /** What is found in files of other kinds. */
  static final Set<UsageKind> OF_OTHERS = EnumSet.complementOf(EnumSet.copyOf(OF_PYTHON));

  private final RuleCatalog catalog;

  private final List<Known> candidates = new ArrayList<>();

  /** The packages that are themselves forbidden. */
  private final Set<String> packages = new LinkedHashSet<>();

  CatalogTriggers(RuleCatalog catalog) {
    this.catalog = catalog;
    for (Pattern pattern : catalog.patterns()) {
      for (String symbol : pattern.symbols()) {
        Candidate candidate = candidate(pattern, symbol);
        if (candidate.word().isEmpty()) {
          continue;
        }
        candidates.add(new Known(pattern.kinds(), candidate.inLowerCase()));
        String first = candidate.parts().getFirst();
        if (catalog.match(UsageKind.IMPORT, first).isPresent()) {
          packages.add(first);
        }
      }
    }
  }

  /**
   * The words of the symbols that the catalog knows with one of certain kinds of usage.
   *
   * <p>A package that is itself forbidden ({@code eventlet}) is the word for all that is in it,
   * because its names have several spellings. Of any other dotted name the last part is taken, or
   * the longest one where that says too little; of an option its name or its section; of a keyword
   * of a call the function or the keyword. Nothing is added for a symbol that holds a word already.
   */
  Set<String> wordsOf(Set<UsageKind> kinds) {
    Set<String> words = new LinkedHashSet<>();
    candidatesOf(kinds).forEach(candidate -> words.add(candidate.word()));
    return words;
  }

  /**
   * The words of the symbols that the catalog knows with one of certain kinds of usage, as {@link
   * #wordsOf} tells, each with the section of its option where that has to be named as well.
   */
  Set<Set<String>> setsOf(Set<UsageKind> kinds) {
    Set<Set<String>> sets = new LinkedHashSet<>();
    candidatesOf(kinds).forEach(candidate -> sets.add(candidate.words()));
    return sets;
  }

  private List<Candidate> candidatesOf(Set<UsageKind> kinds) {
    List<Candidate> asked = new ArrayList<>();
    for (Known known : candidates) {
      if (!Collections.disjoint(known.kinds(), kinds)) {
        asked.add(known.candidate());
      }
    }
    asked.sort((one, other) -> Integer.compare(one.parts().size(), other.parts().size()));
    List<Candidate> telling = new ArrayList<>();
    packages.forEach(name -> telling.add(new Candidate(List.of(name), name)));
    for (Candidate candidate : asked) {
      if (telling.stream().noneMatch(candidate::holds)) {
        telling.add(candidate);
      }
    }
    return telling;
  }

  private Candidate candidate(Pattern pattern, String symbol) {
    if (pattern.kinds().contains(UsageKind.OPTION)) {
      return ofOption(symbol);
    }
    return catalog.projectPatterns().contains(pattern)
        ? ofProject(pattern, symbol)
        : ofName(symbol);
  }

  private static Candidate ofOption(String symbol) {
    OptionSymbol option = OptionSymbol.parse(symbol);
    List<String> words = parts(option.word());
    List<String> beside = parts(option.wordBeside());
    List<String> all = new ArrayList<>(words);
    all.addAll(beside);
    all.addAll(parts(option.value()));
    return new Candidate(all, Candidate.longest(words), Candidate.longest(beside));
  }

  /**
   * Of a symbol of a project's rule. A package imports its own modules without naming itself, so
   * that of a name in Python only the last word is sure to be there; a requirement may be spelled
   * with any separators.
   */
  private static Candidate ofProject(Pattern pattern, String symbol) {
    if (pattern.kinds().contains(UsageKind.REQUIREMENT)) {
      return Candidate.of(List.of(symbol.split("[^a-z0-9]+")));
    }
    boolean name = symbol.indexOf('(') < 0 && !Collections.disjoint(pattern.kinds(), OF_PYTHON);
    return name ? Candidate.of(List.of(ProjectNames.lastWord(symbol))) : ofName(symbol);
  }

  /** Of a dotted name, a keyword of a call, a requirement, a launcher or a variable. */
  private static Candidate ofName(String symbol) {
    int at = symbol.lastIndexOf(RuleCatalog.CONTEXT);
    String known = at < 0 ? symbol : symbol.substring(0, at);
    int parenthesis = known.indexOf('(');
    if (parenthesis >= 0) {
      return Candidate.of(parts(known.substring(known.lastIndexOf('.', parenthesis) + 1)));
    }
    if (isOneWord(known)) {
      return new Candidate(List.of(known), known);
    }
    List<String> parts = parts(known);
    int equals = known.indexOf('=');
    List<String> named = equals > 0 ? parts(known.substring(0, equals)) : parts;
    return !named.isEmpty() && named.getLast().length() >= TELLING && !known.endsWith("*")
        ? new Candidate(parts, named.getLast())
        : new Candidate(parts, Candidate.of(named).word());
  }

  /** Made of the characters of words and hyphens. */
  private static boolean isOneWord(String symbol) {
    for (int i = 0; i < symbol.length(); i++) {
      if (!isOfWord(symbol.charAt(i)) && symbol.charAt(i) != '-') {
        return false;
      }
    }
    return !symbol.isEmpty();
  }

  /** Its words. Regular expressions for thousands of them are too slow for a start. */
  private static List<String> parts(String symbol) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= symbol.length(); i++) {
      if (i == symbol.length() || !isOfWord(symbol.charAt(i))) {
        if (start < i) {
          parts.add(symbol.substring(start, i));
        }
        start = i + 1;
      }
    }
    return parts;
  }

  private static boolean isOfWord(char c) {
    return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
  }
}
