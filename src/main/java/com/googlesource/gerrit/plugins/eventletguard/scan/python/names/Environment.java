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
import java.util.Optional;

/** What names and expressions stand for where a pass over the module is. */
final class Environment {
  private final SymbolRoots roots;
  private final FollowedNames followed;
  private final Facts facts;
  private final Frame module;

  Environment(SymbolRoots roots, FollowedNames followed, Facts facts, Frame module) {
    this.roots = roots;
    this.followed = followed;
    this.facts = facts;
    this.module = module;
  }

  SymbolRoots roots() {
    return roots;
  }

  /** What a name stands for, read in a block at the point where its flow is. */
  Bindings lookUp(String name, Frame frame) {
    if (!followed.contain(name)) {
      return Bindings.OTHER;
    }
    Bindings found = ownValue(name, frame);
    if (!found.mayBeUnbound() || ownsFunctionName(name, frame)) {
      return found;
    }
    Bindings outer = outerValue(name, frame);
    return outer.equals(Bindings.UNBOUND) ? found : found.withoutUnbound().join(outer);
  }

  /** In a function or the module an owned name that is not bound is an error, not another's. */
  private static boolean ownsFunctionName(String name, Frame frame) {
    return frame.scope().owns(name) && frame.scope().type() != Scope.Type.CLASS;
  }

  private Bindings ownValue(String name, Frame frame) {
    Bindings value = frame.flow().get(name);
    return frame.scope().owns(name) && !value.hasSymbols() && !value.isOther()
        ? withAssignmentsElsewhere(value, name, frame)
        : value;
  }

  private Bindings outerValue(String name, Frame frame) {
    if (frame.scope().isGlobal(name)) {
      return withAssignmentsElsewhere(module.flow().get(name), name, module);
    }
    Optional<Frame> outer = frame.parent();
    while (outer.isPresent()) {
      Frame candidate = outer.get();
      boolean visible = candidate.scope().type() != Scope.Type.CLASS;
      if (visible && candidate.scope().owns(name)) {
        return withAssignmentsElsewhere(candidate.flow().get(name), name, candidate);
      }
      if (visible && candidate.scope().isGlobal(name)) {
        return outerValue(name, candidate);
      }
      outer = candidate.parent();
    }
    return Bindings.UNBOUND;
  }

  private Bindings withAssignmentsElsewhere(Bindings value, String name, Frame owner) {
    return facts.assignedElsewhere(owner.scope(), name).map(value::join).orElse(value);
  }

  /** Binds a name in a block, or in the one that it is declared to belong to. */
  void bind(String name, Bindings bindings, Frame frame) {
    if (!followed.contain(name)) {
      return;
    }
    frame.bind(name, bindings);
    if (frame.scope().isDeclaredElsewhere(name)) {
      facts.learnAssignment(owner(name, frame), name, bindings);
    }
  }

  private Scope owner(String name, Frame frame) {
    if (!frame.scope().isGlobal(name)) {
      Optional<Frame> outer = frame.parent();
      while (outer.isPresent()) {
        Scope scope = outer.get().scope();
        if (scope.type() == Scope.Type.FUNCTION && scope.owns(name)) {
          return scope;
        }
        outer = outer.get().parent();
      }
    }
    return module.scope();
  }

  /** What an expression evaluates to. */
  Bindings value(Expression expression, Frame frame) {
    if (expression instanceof Expression.Name name) {
      Bindings bindings = lookUp(name.id(), frame);
      return bindings.equals(Bindings.UNBOUND) ? Bindings.OTHER : bindings.asAlias();
    }
    if (expression instanceof Expression.Attribute attribute) {
      return value(attribute.value(), frame).attribute(attribute.name(), roots);
    }
    if (expression instanceof Expression.Constant constant) {
      return constant.isNone() || constant.spelling().equals("False")
          ? Bindings.NONE
          : Bindings.OTHER;
    }
    if (expression instanceof Expression.NamedExpression named) {
      return value(named.value(), frame);
    }
    if (expression instanceof Expression.Conditional conditional) {
      return value(conditional.body(), frame).join(value(conditional.alternative(), frame));
    }
    if (expression instanceof Expression.Operation operation) {
      if (!operation.operator().equals("and") && !operation.operator().equals("or")) {
        return Bindings.OTHER;
      }
      return operation.operands().stream()
          .map(operand -> value(operand, frame))
          .reduce(Bindings::join)
          .orElse(Bindings.OTHER);
    }
    if (expression instanceof Expression.Call call) {
      return callValue(call, frame);
    }
    if (expression instanceof Expression.Subscript subscript) {
      return LookedUp.module(subscript).map(this::imported).orElse(Bindings.OTHER);
    }
    return Bindings.OTHER;
  }

  private Bindings callValue(Expression.Call call, Frame frame) {
    Optional<DynamicImport> dynamic = DynamicImport.of(call);
    if (dynamic.isPresent()) {
      Bindings result = dynamic.get().result().map(this::imported).orElse(Bindings.OTHER);
      return dynamic
          .get()
          .fallback()
          .map(fallback -> result.join(value(fallback, frame)))
          .orElse(result);
    }
    Optional<LookedUp.Attribute> looked = LookedUp.attribute(call);
    if (looked.isPresent()) {
      return value(looked.get().object(), frame).attribute(looked.get().name(), roots);
    }
    return LookedUp.module(call).map(this::imported).orElse(Bindings.OTHER);
  }

  /** What an import of a symbol binds. */
  Bindings imported(String symbol) {
    return roots.concern(symbol) ? Bindings.imported(symbol) : Bindings.OTHER;
  }
}
