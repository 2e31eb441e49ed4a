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

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.CallSite;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.Reference;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.SymbolRoots;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Expression;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Keyword;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Syntax;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds what imports or uses Eventlet and its kin, patches it by name, or asks for its executor
 * with {@code executor='eventlet'}.
 */
public final class EventletFinder implements PythonUsageFinder {
  private static final String EXECUTOR = "executor";
  private static final String EVENTLET = "eventlet";

  /**
   * What a function may be called with that rules tell from its other uses.
   *
   * @param keyword the name of its first parameter
   * @param values that count as they stand
   * @param byDefault what a call without the argument counts as
   * @param otherwise what a call with anything else counts as
   */
  private record Argument(String keyword, Set<String> values, String byDefault, String otherwise) {}

  private static final Map<String, Argument> ARGUMENTS =
      Map.of(
          "eventlet.hubs.use_hub",
          new Argument("mod", Set.of("asyncio", "eventlet.hubs.asyncio"), "", ""),
          "eventlet.debug.hub_prevent_multiple_readers",
          new Argument("state", Set.of("True"), "True", "False"));

  /** Calls on mocks that compare with what other code passed; they ask for nothing. */
  private static final String ASSERTION = "assert";

  private final SymbolRoots roots;
  private final SymbolRoots patched;
  private final List<Set<String>> triggers;

  /**
   * @param catalog the rules; those of a project may name symbols that have nothing to do with
   *     Eventlet
   */
  public EventletFinder(RuleCatalog catalog) {
    List<String> used = ProjectNames.in(catalog, EnumSet.of(UsageKind.IMPORT, UsageKind.USE));
    List<String> named = ProjectNames.in(catalog, EnumSet.of(UsageKind.STRING));
    this.roots = EventletSymbols.ROOTS.and(used);
    this.patched = EventletSymbols.PATCHED.and(named);
    this.triggers =
        Stream.concat(
                EventletSymbols.TRIGGERS.stream(),
                Stream.of(used, named)
                    .flatMap(List::stream)
                    .map(ProjectNames::lastWord)
                    .map(Set::of))
            .distinct()
            .toList();
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
    for (Reference reference : module.imports()) {
      reference(module, UsageKind.IMPORT, reference, out);
    }
    for (Reference reference : module.references()) {
      reference(module, UsageKind.USE, reference, out);
    }
    for (CallSite site : module.calls()) {
      patched(module, site, out);
      executor(module, site, out);
    }
  }

  private void reference(
      PythonModule module, UsageKind kind, Reference reference, Consumer<Usage> out) {
    if (roots.cover(reference.symbol())) {
      out.accept(module.usage(kind, reference, argument(module, reference)));
    }
  }

  /** What a call is made with, where rules tell; empty where a function is only named. */
  private static String argument(PythonModule module, Reference reference) {
    Argument argument = ARGUMENTS.get(reference.symbol());
    if (argument == null) {
      return "";
    }
    return module.calls().stream()
        .map(CallSite::call)
        .filter(call -> call.function() == reference.node())
        .map(call -> value(argument, call))
        .findFirst()
        .orElse("");
  }

  private static String value(Argument argument, Expression.Call call) {
    if (call.arguments().isEmpty() && call.keywords().isEmpty()) {
      return argument.byDefault();
    }
    return Stream.concat(
            call.arguments().stream().limit(1),
            Syntax.keyword(call, argument.keyword()).map(Keyword::value).stream())
        .flatMap(value -> Syntax.constant(value).stream())
        .filter(argument.values()::contains)
        .findFirst()
        .orElse(argument.otherwise());
  }

  private void patched(PythonModule module, CallSite site, Consumer<Usage> out) {
    PatchTarget.of(site.call())
        .filter(target -> patched.cover(target.value()))
        .ifPresent(
            target ->
                out.accept(module.usage(UsageKind.STRING, target.value(), target, site.unit())));
  }

  private static void executor(PythonModule module, CallSite site, Consumer<Usage> out) {
    if (Syntax.lastName(site.call().function()).startsWith(ASSERTION)) {
      return;
    }
    Syntax.keyword(site.call(), EXECUTOR)
        .filter(
            keyword ->
                keyword.value() instanceof Expression.Text text && text.value().equals(EVENTLET))
        .ifPresent(
            keyword ->
                out.accept(
                    module.usage(UsageKind.USE, EXECUTOR + "=" + EVENTLET, keyword, site.unit())));
  }
}
