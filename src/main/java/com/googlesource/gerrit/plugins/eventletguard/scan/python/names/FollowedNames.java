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

import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Expression;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Syntax;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The names of a module that may anywhere stand for a symbol that is looked for. They are few, so
 * only their bindings are followed, whatever the module's size.
 */
final class FollowedNames {
  /** A module that binds more names than this to such symbols is no code that people write. */
  private static final int MAX_NAMES = 1000;

  /**
   * What a name may stand for. Compared at every start, so its comparison is written out: what the
   * language makes for a record is put together when it first runs.
   *
   * @param imported what imports bind it to
   * @param bound whether it stands for what another name does
   */
  record Meaning(Set<String> imported, boolean bound) {
    Meaning {
      imported = Set.copyOf(imported);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Meaning meaning
          && bound == meaning.bound
          && imported.equals(meaning.imported);
    }

    @Override
    public int hashCode() {
      return Objects.hash(imported, bound);
    }
  }

  private final SymbolRoots roots;
  private final Set<String> names = new LinkedHashSet<>();

  /** What imports bind the names to. */
  private final Map<String, Set<String>> imported = new HashMap<>();

  /** The names that stand for what others do. */
  private final Set<String> bound = new HashSet<>();

  private final Map<String, List<String>> aliases = new HashMap<>();

  FollowedNames(SymbolRoots roots) {
    this.roots = roots;
  }

  boolean contain(String name) {
    return names.contains(name);
  }

  /** All of them. */
  Set<String> names() {
    return Collections.unmodifiableSet(names);
  }

  Meaning meaning(String name) {
    return new Meaning(imported.getOrDefault(name, Set.of()), bound.contains(name));
  }

  /**
   * Whether an attribute of one of the names may stand for such a symbol too, or lead to one.
   *
   * @param attributes its name, with those of attributes in turn that follow it
   */
  boolean leadOn(String name, String attributes) {
    return bound.contains(name)
        || imported.getOrDefault(name, Set.of()).stream()
            .anyMatch(symbol -> roots.concern(symbol + "." + attributes));
  }

  /**
   * Whether one of the names matters by itself in a text. One that an import binds to a package on
   * the way to a symbol only does where what leads on is named as well, as in {@code
   * patch.object(utils, "spawn")}.
   */
  boolean standsForItself(String name, String text) {
    return bound.contains(name)
        || imported.getOrDefault(name, Set.of()).stream()
            .anyMatch(
                symbol ->
                    roots.cover(symbol) || roots.namesIn(symbol).stream().anyMatch(text::contains));
  }

  /** Notes that an import binds a name. */
  void imported(String name, String symbol) {
    if (roots.concern(symbol)) {
      names.add(name);
      imported.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(symbol);
    }
  }

  /** Notes that a name is bound to the value of an expression. */
  void assigned(String name, Expression value) {
    if (value instanceof Expression.Name source) {
      aliases.computeIfAbsent(source.id(), key -> new ArrayList<>()).add(name);
    } else if (value instanceof Expression.Attribute attribute) {
      Syntax.chain(attribute).ifPresent(chain -> assigned(name, chain.base()));
    } else if (value instanceof Expression.NamedExpression named) {
      assigned(name, named.value());
    } else if (value instanceof Expression.Conditional conditional) {
      assigned(name, conditional.body());
      assigned(name, conditional.alternative());
    } else if (value instanceof Expression.Operation operation) {
      if (operation.operator().equals("and") || operation.operator().equals("or")) {
        operation.operands().forEach(operand -> assigned(name, operand));
      }
    } else if (value instanceof Expression.Call call) {
      DynamicImport.of(call)
          .ifPresent(
              dynamic -> {
                dynamic.result().ifPresent(symbol -> imported(name, symbol));
                dynamic.fallback().ifPresent(fallback -> assigned(name, fallback));
              });
      LookedUp.attribute(call).ifPresent(looked -> assigned(name, looked.object()));
      LookedUp.module(call).ifPresent(symbol -> imported(name, symbol));
    } else if (value instanceof Expression.Subscript subscript) {
      LookedUp.module(subscript).ifPresent(symbol -> imported(name, symbol));
    }
  }

  /** Follows the aliases, once every binding is noted. */
  void close() {
    Deque<String> open = new ArrayDeque<>(names);
    while (!open.isEmpty() && names.size() < MAX_NAMES) {
      for (String alias : aliases.getOrDefault(open.removeFirst(), List.of())) {
        bound.add(alias);
        if (names.add(alias)) {
          open.add(alias);
        }
      }
    }
    aliases.clear();
    if (names.size() > MAX_NAMES) {
      List<String> kept = names.stream().limit(MAX_NAMES).toList();
      names.clear();
      names.addAll(kept);
    }
  }
}
