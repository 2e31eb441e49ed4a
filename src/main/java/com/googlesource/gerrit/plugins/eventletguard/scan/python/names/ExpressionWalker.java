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

import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.AttributeSite;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.CallSite;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.Reference;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Expression;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Keyword;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Parameter;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Syntax;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Passes expressions in the order in which they are evaluated, and notes what they refer to. */
final class ExpressionWalker {
  /** What happens to the value of an expression. */
  enum Role {
    /** It is handed on: compared, stored, passed. */
    VALUE,
    /** It is used for what it is: called, raised, caught, subclassed. */
    APPLIED
  }

  private final String text;
  private final ScopeBuilder scopes;
  private final Environment environment;
  private final Deque<Runnable> functions;
  private final Collected collected;

  /**
   * @param text the file, for annotations in quotes
   * @param scopes the blocks of the module
   * @param environment what names stand for
   * @param functions takes the bodies that run later
   * @param collected takes what is found
   */
  ExpressionWalker(
      String text,
      ScopeBuilder scopes,
      Environment environment,
      Deque<Runnable> functions,
      Collected collected) {
    this.text = text;
    this.scopes = scopes;
    this.environment = environment;
    this.functions = functions;
    this.collected = collected;
  }

  void all(List<Expression> expressions, Frame frame, Unit unit) {
    for (Expression expression : expressions) {
      walk(expression, frame, unit, Role.VALUE);
    }
  }

  void walk(Expression expression, Frame frame, Unit unit) {
    walk(expression, frame, unit, Role.VALUE);
  }

  void walk(Expression expression, Frame frame, Unit unit, Role role) {
    if (expression instanceof Expression.Name name) {
      if (name.context() == Expression.Context.LOAD) {
        reference(name, new Syntax.Chain(name, new ArrayDeque<>()), frame, unit, role);
      }
    } else if (expression instanceof Expression.Attribute attribute) {
      collected.attributes().add(new AttributeSite(attribute, unit));
      Optional<Syntax.Chain> chain = Syntax.chain(attribute);
      if (chain.isPresent()) {
        reference(attribute, chain.get(), frame, unit, role);
      } else {
        walk(beforeAttributes(attribute), frame, unit);
      }
    } else if (expression instanceof Expression.Call call) {
      call(call, frame, unit);
    } else if (expression instanceof Expression.Sequence sequence) {
      for (Expression element : sequence.elements()) {
        walk(element, frame, unit, role);
      }
    } else if (expression instanceof Expression.Conditional conditional) {
      Unit under = unit.under(ConditionNames.of(conditional.condition()));
      walk(conditional.condition(), frame, under);
      walk(conditional.body(), frame, under, role);
      walk(conditional.alternative(), frame, under, role);
    } else if (expression instanceof Expression.Operation operation && isShortCircuit(operation)) {
      all(operation.operands(), frame, unit.under(ConditionNames.of(operation.operands())));
    } else if (expression instanceof Expression.NamedExpression named) {
      walk(named.value(), frame, unit, role);
      if (named.target() instanceof Expression.Name name) {
        Frame binding = assignmentFrame(frame);
        environment.bind(name.id(), environment.value(named.value(), frame), binding);
      }
    } else if (expression instanceof Expression.Lambda lambda) {
      lambda(lambda, frame, unit);
    } else if (expression instanceof Expression.Comprehension comprehension) {
      comprehension(comprehension, frame, unit);
    } else {
      all(expression.children(), frame, unit);
    }
  }

  /** Whether the operands are conditions of each other. */
  private static boolean isShortCircuit(Expression.Operation operation) {
    return operation.operator().equals("and") || operation.operator().equals("or");
  }

  private static Expression beforeAttributes(Expression.Attribute attribute) {
    Expression rest = attribute;
    while (rest instanceof Expression.Attribute inner) {
      rest = inner.value();
    }
    return rest;
  }

  /** The block that {@code :=} binds in: comprehensions have none of their own. */
  private static Frame assignmentFrame(Frame frame) {
    Frame binding = frame;
    while (binding.scope().type() == Scope.Type.COMPREHENSION && binding.parent().isPresent()) {
      binding = binding.parent().get();
    }
    return binding;
  }

  private void reference(
      Expression expression, Syntax.Chain chain, Frame frame, Unit unit, Role role) {
    Bindings bindings = environment.lookUp(chain.base().id(), frame);
    if (!bindings.hasSymbols()) {
      return;
    }
    for (String attribute : chain.attributes()) {
      bindings = bindings.attribute(attribute, environment.roots());
    }
    Optional<Bindings.Bound> bound = bindings.firm();
    if (bound.isEmpty() || !environment.roots().cover(bound.get().symbol())) {
      return;
    }
    boolean handedOn = chain.attributes().isEmpty() && role == Role.VALUE;
    if (!(bound.get().alias() && handedOn)) {
      collected.references().add(new Reference(expression, bound.get().symbol(), unit));
    }
  }

  private void call(Expression.Call call, Frame frame, Unit unit) {
    collected.calls().add(new CallSite(call, unit));
    DynamicImport.of(call)
        .filter(dynamic -> environment.roots().cover(dynamic.symbol()))
        .ifPresent(
            dynamic ->
                collected
                    .imports()
                    .add(
                        new Reference(
                            dynamic.target(),
                            dynamic.symbol(),
                            dynamic.mayFail() ? unit.whereImportMayFail() : unit)));
    walk(call.function(), frame, unit, Role.APPLIED);
    all(call.arguments(), frame, unit);
    for (Keyword keyword : call.keywords()) {
      walk(keyword.value(), frame, unit);
    }
  }

  private void lambda(Expression.Lambda lambda, Frame frame, Unit unit) {
    defaults(lambda.parameters(), frame, unit);
    functions.add(
        () -> {
          Frame inner = new Frame(scopes.scope(lambda), Optional.of(frame));
          bindParameters(lambda.parameters(), inner);
          walk(lambda.body(), inner, unit);
          inner.finish();
        });
  }

  /** The defaults of parameters, which are evaluated where the function is defined. */
  void defaults(List<Parameter> parameters, Frame frame, Unit unit) {
    for (Parameter parameter : parameters) {
      parameter.defaultValue().ifPresent(value -> walk(value, frame, unit));
    }
  }

  void bindParameters(List<Parameter> parameters, Frame frame) {
    for (Parameter parameter : parameters) {
      environment.bind(parameter.name(), Bindings.OTHER, frame);
    }
  }

  private void comprehension(Expression.Comprehension comprehension, Frame frame, Unit unit) {
    walk(comprehension.clauses().getFirst().iterable(), frame, unit);
    Frame inner = new Frame(scopes.scope(comprehension), Optional.of(frame));
    clause(comprehension.clauses().getFirst(), inner, unit);
    for (Expression.Clause clause : comprehension.clauses().stream().skip(1).toList()) {
      walk(clause.iterable(), inner, unit);
      clause(clause, inner, unit);
    }
    all(comprehension.elements(), inner, unit);
  }

  private void clause(Expression.Clause clause, Frame inner, Unit unit) {
    assign(clause.target(), Optional.empty(), inner, unit);
    all(clause.conditions(), inner, unit);
  }

  /**
   * Binds what an assignment, a loop or the like assigns to.
   *
   * @param target one target
   * @param value what is assigned, if the source tells
   * @param frame the block
   * @param unit the statement
   */
  void assign(Expression target, Optional<Expression> value, Frame frame, Unit unit) {
    if (target instanceof Expression.Name name) {
      Bindings bindings =
          value.map(assigned -> environment.value(assigned, frame)).orElse(Bindings.OTHER);
      environment.bind(name.id(), bindings, frame);
      collected.bound(name.id(), bindings, frame, unit.surroundings());
    } else if (target instanceof Expression.Sequence sequence) {
      Unpacking.of(sequence, value)
          .forEach(pair -> assign(pair.target(), pair.value(), frame, unit));
    } else if (target instanceof Expression.Operation starred) {
      starred.operands().forEach(operand -> assign(operand, Optional.empty(), frame, unit));
    } else {
      walk(target, frame, unit);
    }
  }

  /** An annotation: strings in it hold expressions too, except where they are data. */
  void annotation(Expression annotation, Frame frame, Unit unit) {
    if (annotation instanceof Expression.Text quoted) {
      QuotedAnnotation.parse(text, quoted).ifPresent(expression -> walk(expression, frame, unit));
    } else if (annotation instanceof Expression.Subscript subscript) {
      walk(subscript.value(), frame, unit);
      switch (Syntax.lastName(subscript.value())) {
        case "Literal" -> walk(subscript.index(), frame, unit);
        case "Annotated" -> annotated(subscript.index(), frame, unit);
        default -> annotation(subscript.index(), frame, unit);
      }
    } else if (annotation instanceof Expression.Sequence sequence) {
      sequence.elements().forEach(element -> annotation(element, frame, unit));
    } else if (annotation instanceof Expression.Operation operation) {
      operation.operands().forEach(operand -> annotation(operand, frame, unit));
    } else {
      walk(annotation, frame, unit);
    }
  }

  /** {@code Annotated[type, data, data]}. */
  private void annotated(Expression index, Frame frame, Unit unit) {
    if (index instanceof Expression.Sequence sequence && !sequence.elements().isEmpty()) {
      annotation(sequence.elements().getFirst(), frame, unit);
      all(sequence.elements().subList(1, sequence.elements().size()), frame, unit);
    } else {
      annotation(index, frame, unit);
    }
  }
}
