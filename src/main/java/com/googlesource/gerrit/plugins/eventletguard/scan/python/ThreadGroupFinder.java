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
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.AttributeSite;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.CallSite;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.SymbolRoots;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.Unit;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Expression;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds what is asked of the thread groups of oslo.service and of their threads, where the file
 * proves that an object is one. A rule names it by {@code
 * oslo_service.threadgroup.ThreadGroup().add_thread().link}.
 */
public final class ThreadGroupFinder implements PythonUsageFinder {
  private static final String OF_GROUP = ThreadGroups.GROUP + "().";
  private static final String OF_THREAD = ThreadGroups.GROUP + "().add_thread().";

  private static final List<Set<String>> TRIGGERS = List.of(Set.of("oslo_service", "ThreadGroup"));

  private final RuleCatalog catalog;

  public ThreadGroupFinder(RuleCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public List<Set<String>> triggers(String path) {
    return TRIGGERS;
  }

  @Override
  public SymbolRoots roots() {
    return new SymbolRoots(List.of(ThreadGroups.GROUP));
  }

  /** What is asked of an object stands where its name does. */
  @Override
  public Set<String> leads(PythonModule module) {
    return new ThreadGroups(module).names();
  }

  @Override
  public void find(PythonModule module, Consumer<Usage> out) {
    ThreadGroups groups = new ThreadGroups(module);
    if (groups.isEmpty()) {
      return;
    }
    for (AttributeSite site : module.attributes()) {
      asked(module, groups, site.attribute(), site.unit(), out);
    }
    for (CallSite site : module.calls()) {
      if (site.call().function() instanceof Expression.Attribute method
          && method.value() instanceof Expression.Call) {
        // No dotted chain, as that starts at a name.
        asked(module, groups, method, site.unit(), out);
      }
    }
  }

  private void asked(
      PythonModule module,
      ThreadGroups groups,
      Expression.Attribute attribute,
      Unit unit,
      Consumer<Usage> out) {
    String symbol =
        groups.isThread(attribute.value(), unit)
            ? OF_THREAD + attribute.name()
            : groups.isGroup(attribute.value(), unit) ? OF_GROUP + attribute.name() : "";
    if (catalog.match(UsageKind.USE, symbol).isPresent()) {
      out.accept(module.usage(UsageKind.USE, symbol, place(attribute), unit));
    }
  }

  /** The chain, or the name alone of what a call returns. */
  private static Expression place(Expression.Attribute attribute) {
    int start = attribute.end() - attribute.name().length();
    return attribute.value() instanceof Expression.Call
        ? new Expression.Name(start, attribute.end(), attribute.name(), Expression.Context.LOAD)
        : attribute;
  }
}
