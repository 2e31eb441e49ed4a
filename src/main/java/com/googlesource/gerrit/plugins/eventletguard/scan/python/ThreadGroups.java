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

import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.AssignmentSite;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.CallSite;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.Reference;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.Unit;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Expression;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Node;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The thread groups of oslo.service that a module makes, and the threads that these start. A name
 * stands for one in the function that binds it, an attribute of {@code self} in the class that
 * does, as long as nothing else is bound to it there.
 */
final class ThreadGroups {
  static final String GROUP = "oslo_service.threadgroup.ThreadGroup";

  private static final String ADD_THREAD = "add_thread";
  private static final String SELF = "self";

  /**
   * What stands for an object.
   *
   * @param name the name, or that of the attribute of {@code self}
   * @param owner the function in which it does, or the class
   */
  private record Holder(String name, boolean attribute, List<String> owner) {
    static Optional<Holder> of(Expression expression, Unit unit) {
      List<String> definitions = unit.surroundings().definitions();
      if (expression instanceof Expression.Name name) {
        return Optional.of(new Holder(name.id(), false, definitions));
      }
      if (expression instanceof Expression.Attribute attribute) {
        return attribute.value() instanceof Expression.Name base && base.id().equals(SELF)
            ? Optional.of(
                new Holder(attribute.name(), true, definitions.stream().limit(1).toList()))
            : Optional.empty();
      }
      return Optional.empty();
    }
  }

  private final Set<Node> made = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Holder> groups;
  private final Set<Holder> threads;

  ThreadGroups(PythonModule module) {
    Set<Node> functions = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Reference reference : module.references()) {
      if (reference.symbol().equals(GROUP)) {
        functions.add(reference.node());
      }
    }
    if (!functions.isEmpty()) {
      module.calls().stream()
          .map(CallSite::call)
          .filter(call -> functions.contains(call.function()))
          .forEach(made::add);
    }
    this.groups =
        made.isEmpty() ? Set.of() : holders(module, (value, unit) -> made.contains(value));
    this.threads = made.isEmpty() ? Set.of() : holders(module, this::isStarted);
  }

  /** What is bound to such values and to nothing else but {@code None}. */
  private static Set<Holder> holders(PythonModule module, BiPredicate<Expression, Unit> such) {
    Set<Holder> holders = new HashSet<>();
    Set<Holder> others = new HashSet<>();
    for (AssignmentSite site : module.assignments()) {
      if (such.test(site.value(), site.unit())) {
        Holder.of(site.target(), site.unit()).ifPresent(holders::add);
      } else if (!(site.value() instanceof Expression.Constant constant && constant.isNone())) {
        Holder.of(site.target(), site.unit()).ifPresent(others::add);
      }
    }
    holders.removeAll(others);
    return holders;
  }

  private boolean isStarted(Expression value, Unit unit) {
    return value instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute method
        && method.name().equals(ADD_THREAD)
        && isGroup(method.value(), unit);
  }

  /** Whether an expression certainly is a thread group. */
  boolean isGroup(Expression value, Unit unit) {
    return made.contains(value) || Holder.of(value, unit).filter(groups::contains).isPresent();
  }

  /** Whether an expression certainly is a thread that a thread group has started. */
  boolean isThread(Expression value, Unit unit) {
    return isStarted(value, unit) || Holder.of(value, unit).filter(threads::contains).isPresent();
  }

  /** Whether there is none. */
  boolean isEmpty() {
    return made.isEmpty();
  }

  /** The names that stand for them. */
  Set<String> names() {
    Set<String> names = new HashSet<>();
    groups.forEach(holder -> names.add(holder.name()));
    threads.forEach(holder -> names.add(holder.name()));
    return names;
  }
}
