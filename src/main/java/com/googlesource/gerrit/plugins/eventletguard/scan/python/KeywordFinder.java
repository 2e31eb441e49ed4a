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

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.googlesource.gerrit.plugins.eventletguard.rules.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.CallSite;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.Reference;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.SymbolRoots;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Keyword;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Node;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Syntax;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds arguments that ask for Eventlet, as {@code async_mode='eventlet'} does, by the function
 * that they are passed to. A rule names one by {@code function(keyword)}, or by {@code
 * function(keyword=value)} where only a value makes it a usage.
 */
public final class KeywordFinder implements PythonUsageFinder {
  private static final char OPEN = '(';
  private static final java.util.regex.Pattern NOT_A_WORD = java.util.regex.Pattern.compile("\\W+");

  private final RuleCatalog catalog;
  private final SymbolRoots roots;
  private final List<Set<String>> triggers;

  public KeywordFinder(RuleCatalog catalog) {
    this.catalog = catalog;
    List<String> functions = new ArrayList<>();
    List<Set<String>> words = new ArrayList<>();
    for (Pattern pattern : catalog.patterns()) {
      for (String symbol : pattern.symbols()) {
        if (symbol.indexOf(OPEN) > 0) {
          functions.add(symbol.substring(0, symbol.indexOf(OPEN)));
          words.add(words(symbol));
        }
      }
    }
    this.roots = new SymbolRoots(functions.stream().distinct().toList());
    this.triggers = words.stream().distinct().toList();
  }

  /** All of them are spelled where it is used, if not in one place. */
  private static Set<String> words(String symbol) {
    return NOT_A_WORD
        .splitAsStream(symbol)
        .filter(word -> !word.isEmpty())
        .collect(toUnmodifiableSet());
  }

  @Override
  public List<Set<String>> triggers(String path) {
    return triggers;
  }

  @Override
  public SymbolRoots roots() {
    return roots;
  }

  @Override
  public void find(PythonModule module, Consumer<Usage> out) {
    IdentityHashMap<Node, Reference> functions = new IdentityHashMap<>();
    for (Reference reference : module.references()) {
      if (roots.cover(reference.symbol())) {
        functions.put(reference.node(), reference);
      }
    }
    for (CallSite site : module.calls()) {
      Reference function = functions.get(site.call().function());
      if (function != null) {
        for (Keyword keyword : site.call().keywords()) {
          keyword(module, site, function, keyword, out);
        }
      }
    }
  }

  private void keyword(
      PythonModule module,
      CallSite site,
      Reference function,
      Keyword keyword,
      Consumer<Usage> out) {
    String value = Syntax.constant(keyword.value()).map(constant -> "=" + constant).orElse("");
    Stream.of(keyword.name() + value, keyword.name())
        .map(argument -> function.symbol() + OPEN + argument + ")")
        .filter(symbol -> catalog.match(UsageKind.USE, symbol).isPresent())
        .findFirst()
        .ifPresent(
            symbol ->
                out.accept(
                    module.usage(UsageKind.USE, symbol, keyword, site.unit()).via(function.via())));
  }
}
