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

import com.googlesource.gerrit.plugins.eventletguard.scan.Surroundings;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.ExpressionWalker.Role;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.AssignmentSite;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Expression;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Keyword;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Parameter;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Statement;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.TypeParameter;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Passes statements in the order in which they run, forking and joining the flow of names. */
final class StatementWalker {
  private static final Set<String> IMPORT_ERRORS = Set.of("ImportError", "ModuleNotFoundError");

  private final ScopeBuilder scopes;
  private final Environment environment;
  private final Facts facts;
  private final ExpressionWalker expressions;
  private final ImportWalker imports;
  private final Deque<Runnable> functions;
  private final Collected collected;

  /** What around the statement that is being passed may make usages legitimate. */
  private Surroundings surroundings = Surroundings.NONE;

  StatementWalker(
      ScopeBuilder scopes,
      Environment environment,
      Facts facts,
      ExpressionWalker expressions,
      ImportWalker imports,
      Deque<Runnable> functions,
      Collected collected) {
    this.scopes = scopes;
    this.environment = environment;
    this.facts = facts;
    this.expressions = expressions;
    this.imports = imports;
    this.functions = functions;
    this.collected = collected;
  }

  /** Passes a block; what it learns of its surroundings, such as by leaving early, ends with it. */
  void all(List<Statement> statements, Frame frame) {
    within(
        surroundings,
        () -> {
          for (Statement statement : statements) {
            walk(statement, frame);
          }
        });
  }

  private void within(Surroundings inner, Runnable part) {
    Surroundings outer = surroundings;
    surroundings = inner;
    part.run();
    surroundings = outer;
  }

  private void walk(Statement statement, Frame frame) {
    Unit unit = Unit.of(statement, surroundings);
    if (statement instanceof Statement.Evaluation evaluation) {
      evaluation(evaluation, frame, unit);
    } else if (statement instanceof Statement.Assignment assignment) {
      expressions.walk(assignment.value(), frame, unit);
      for (Expression target : assignment.targets()) {
        collected.assignments().add(new AssignmentSite(target, assignment.value(), unit));
        expressions.assign(target, Optional.of(assignment.value()), frame, unit);
      }
    } else if (statement instanceof Statement.AnnotatedAssignment assignment) {
      annotated(assignment, frame, unit);
    } else if (statement instanceof Statement.AugmentedAssignment assignment) {
      expressions.walk(assignment.value(), frame, unit);
      expressions.assign(assignment.target(), Optional.empty(), frame, unit);
    } else if (statement instanceof Statement.Import names) {
      imports.walk(names, surroundings, frame);
    } else if (statement instanceof Statement.ImportFrom names) {
      imports.walk(names, surroundings, frame);
    } else if (statement instanceof Statement.FunctionDefinition function) {
      function(function, frame, unit);
    } else if (statement instanceof Statement.ClassDefinition definition) {
      definition(definition, frame, unit);
    } else if (statement instanceof Statement.If branch) {
      branch(branch, frame, unit);
    } else if (statement instanceof Statement.For loop) {
      forLoop(loop, frame, unit);
    } else if (statement instanceof Statement.While loop) {
      whileLoop(loop, frame, unit);
    } else if (statement instanceof Statement.With with) {
      for (Statement.WithItem item : with.items()) {
        expressions.walk(item.context(), frame, unit);
        item.target()
            .ifPresent(target -> expressions.assign(target, Optional.empty(), frame, unit));
      }
      all(with.body(), frame);
    } else if (statement instanceof Statement.Match match) {
      match(match, frame, unit);
    } else if (statement instanceof Statement.Try attempt) {
      attempt(attempt, frame);
    } else if (statement instanceof Statement.Delete delete) {
      delete.targets().forEach(name -> delete(name, frame, unit));
    } else if (statement instanceof Statement.Jump jump) {
      jump(jump, frame, unit);
    } else if (statement instanceof Statement.TypeAlias alias) {
      typeParameters(alias.typeParameters(), frame, unit);
      expressions.annotation(alias.value(), frame, unit);
      expressions.assign(alias.name(), Optional.empty(), frame, unit);
    } else if (!(statement instanceof Statement.ScopeDeclaration)) {
      throw new IllegalStateException("unknown statement " + statement.getClass());
    }
  }

  private void evaluation(Statement.Evaluation evaluation, Frame frame, Unit unit) {
    if (evaluation.keyword().equals("assert")) {
      Set<String> asserted = ConditionNames.of(evaluation.values());
      expressions.all(evaluation.values(), frame, unit.under(asserted));
      surroundings = surroundings.under(asserted);
    } else {
      expressions.all(evaluation.values(), frame, unit);
    }
  }

  private void annotated(Statement.AnnotatedAssignment assignment, Frame frame, Unit unit) {
    assignment.value().ifPresent(value -> expressions.walk(value, frame, unit));
    expressions.annotation(assignment.annotation(), frame, unit);
    if (assignment.value().isPresent() || !(assignment.target() instanceof Expression.Name)) {
      expressions.assign(assignment.target(), assignment.value(), frame, unit);
    }
  }

  private void delete(Expression target, Frame frame, Unit unit) {
    if (target instanceof Expression.Name name) {
      frame.unbind(name.id());
    } else if (target instanceof Expression.Sequence sequence) {
      sequence.elements().forEach(element -> delete(element, frame, unit));
    } else {
      expressions.walk(target, frame, unit);
    }
  }

  private void jump(Statement.Jump jump, Frame frame, Unit unit) {
    Role role = jump.keyword().equals("raise") ? Role.APPLIED : Role.VALUE;
    for (Expression value : jump.values()) {
      expressions.walk(value, frame, unit, role);
    }
    Frame.Loop loop = frame.loops().peek();
    switch (jump.keyword()) {
      case "return" -> frame.addReturn();
      case "break" -> {
        if (loop != null) {
          loop.addBreak(frame.flow().copy());
        }
      }
      case "continue" -> {
        if (loop != null) {
          loop.addContinue(frame.flow().copy());
        }
      }
      default -> {}
    }
    frame.flow().end();
  }

  private void decorators(List<Expression> decorators, Frame frame) {
    for (Expression decorator : decorators) {
      expressions.walk(decorator, frame, Unit.ofDecorator(decorator, surroundings), Role.APPLIED);
    }
  }

  private void typeParameters(List<TypeParameter> parameters, Frame frame, Unit unit) {
    for (TypeParameter parameter : parameters) {
      parameter.bound().ifPresent(bound -> expressions.annotation(bound, frame, unit));
    }
  }

  private void function(Statement.FunctionDefinition function, Frame frame, Unit unit) {
    decorators(function.decorators(), frame);
    typeParameters(function.typeParameters(), frame, unit);
    expressions.defaults(function.parameters(), frame, unit);
    for (Parameter parameter : function.parameters()) {
      parameter
          .annotation()
          .ifPresent(annotation -> expressions.annotation(annotation, frame, unit));
    }
    function.returns().ifPresent(returns -> expressions.annotation(returns, frame, unit));
    environment.bind(function.name(), Bindings.OTHER, frame);
    Surroundings inside = surroundings.inside(function.name());
    functions.add(
        () -> {
          Frame inner = new Frame(scopes.scope(function), Optional.of(frame));
          bindTypeParameters(function.typeParameters(), inner);
          expressions.bindParameters(function.parameters(), inner);
          within(inside, () -> all(function.body(), inner));
          inner.finish();
        });
  }

  private void bindTypeParameters(List<TypeParameter> parameters, Frame frame) {
    for (TypeParameter parameter : parameters) {
      environment.bind(parameter.name(), Bindings.OTHER, frame);
    }
  }

  private void definition(Statement.ClassDefinition definition, Frame frame, Unit unit) {
    decorators(definition.decorators(), frame);
    typeParameters(definition.typeParameters(), frame, unit);
    for (Expression base : definition.bases()) {
      expressions.walk(base, frame, unit, Role.APPLIED);
    }
    for (Keyword keyword : definition.keywords()) {
      expressions.walk(keyword.value(), frame, unit, Role.APPLIED);
    }
    Frame inner = new Frame(scopes.scope(definition), Optional.of(frame));
    bindTypeParameters(definition.typeParameters(), inner);
    within(surroundings.inside(definition.name()), () -> all(definition.body(), inner));
    environment.bind(definition.name(), Bindings.OTHER, frame);
  }

  private void branch(Statement.If branch, Frame frame, Unit unit) {
    Set<String> names = ConditionNames.of(branch.condition());
    expressions.walk(branch.condition(), frame, unit.under(names));
    Flow before = frame.flow().copy();
    Surroundings under = surroundings.under(names);
    within(under, () -> all(branch.body(), frame));
    Flow afterBody = frame.flow();
    frame.setFlow(before);
    within(under, () -> all(branch.alternative(), frame));
    Flow afterAlternative = frame.flow();
    if (afterBody.isDead() != afterAlternative.isDead()) {
      // What follows runs under the condition too: one of the branches has left.
      surroundings = under;
    }
    frame.setFlow(afterBody.join(afterAlternative));
  }

  private void forLoop(Statement.For loop, Frame frame, Unit unit) {
    expressions.walk(loop.iterable(), frame, unit);
    Flow entry = enterLoop(loop, frame);
    frame.setFlow(entry.copy());
    expressions.assign(loop.target(), Optional.empty(), frame, unit);
    loopBody(loop, loop.body(), loop.alternative(), entry, entry, frame);
  }

  private void whileLoop(Statement.While loop, Frame frame, Unit unit) {
    Flow entry = enterLoop(loop, frame);
    frame.setFlow(entry.copy());
    expressions.walk(loop.condition(), frame, unit);
    Flow exit = frame.flow().copy();
    if (isAlwaysTrue(loop.condition())) {
      exit.end();
    }
    loopBody(loop, loop.body(), loop.alternative(), entry, exit, frame);
  }

  private static boolean isAlwaysTrue(Expression condition) {
    return condition instanceof Expression.Constant constant
        && (constant.spelling().equals("True") || constant.spelling().equals("1"));
  }

  private Flow enterLoop(Statement loop, Frame frame) {
    return facts.loopEnd(loop).map(frame.flow()::join).orElse(frame.flow());
  }

  /**
   * Passes the body of a loop, from the frame's flow, and what comes after it.
   *
   * @param loop the statement
   * @param body its body
   * @param alternative its {@code else}
   * @param entry the flow at its start
   * @param exit the flow where it ends by itself
   * @param frame the block
   */
  private void loopBody(
      Statement loop,
      List<Statement> body,
      List<Statement> alternative,
      Flow entry,
      Flow exit,
      Frame frame) {
    Frame.Loop around = new Frame.Loop();
    frame.loops().push(around);
    all(body, frame);
    frame.loops().pop();
    Flow end = around.continues().map(frame.flow()::join).orElse(frame.flow());
    facts.learnLoopEnd(loop, entry, end);
    frame.setFlow(exit.copy());
    all(alternative, frame);
    frame.setFlow(around.breaks().map(frame.flow()::join).orElse(frame.flow()));
  }

  private void match(Statement.Match match, Frame frame, Unit unit) {
    Set<String> names = ConditionNames.of(match.subject());
    expressions.walk(match.subject(), frame, unit.under(names));
    Flow before = frame.flow();
    Flow after = before;
    for (Statement.Case alternative : match.cases()) {
      Unit caseUnit = Unit.of(alternative, surroundings);
      frame.setFlow(before.copy());
      pattern(alternative.pattern(), frame, caseUnit);
      alternative.guard().ifPresent(guard -> expressions.walk(guard, frame, caseUnit));
      within(surroundings.under(names), () -> all(alternative.body(), frame));
      after = after.join(frame.flow());
    }
    frame.setFlow(after);
  }

  private void pattern(Pattern pattern, Frame frame, Unit unit) {
    for (Expression value : pattern.values()) {
      expressions.walk(value, frame, unit, Role.APPLIED);
    }
    for (Pattern inside : pattern.patterns()) {
      pattern(inside, frame, unit);
    }
    pattern.capture().ifPresent(name -> environment.bind(name, Bindings.OTHER, frame));
  }

  private void attempt(Statement.Try attempt, Frame frame) {
    Flow before = frame.flow().copy();
    Map<String, Bindings> bound = frame.record(() -> attemptWithHandlers(attempt, frame));
    if (attempt.last().isEmpty()) {
      return;
    }
    // The last block runs after everything that can happen before; what follows it only after
    // what happens when nothing is raised.
    Flow after = frame.flow();
    before.addAll(bound);
    frame.setFlow(before.join(after));
    Map<String, Bindings> boundLast = frame.record(() -> all(attempt.last(), frame));
    Flow afterLast = frame.flow();
    boundLast.keySet().forEach(name -> after.put(name, afterLast.get(name)));
    if (afterLast.isDead()) {
      after.end();
    }
    frame.setFlow(after);
  }

  private void attemptWithHandlers(Statement.Try attempt, Frame frame) {
    Flow handlerEntry = frame.flow().copy();
    Surroundings inside =
        expectsFailingImport(attempt) ? surroundings.whereImportMayFail() : surroundings;
    Map<String, Bindings> bound =
        frame.record(() -> within(inside, () -> all(attempt.body(), frame)));
    // A handler may be entered before or after any binding of the body.
    handlerEntry.addAll(bound);
    within(inside, () -> all(attempt.alternative(), frame));
    Flow after = frame.flow();
    for (Statement.Handler handler : attempt.handlers()) {
      frame.setFlow(handlerEntry.copy());
      handler(handler, frame);
      after = after.join(frame.flow());
    }
    frame.setFlow(after);
  }

  private static boolean expectsFailingImport(Statement.Try attempt) {
    return attempt.handlers().stream()
        .flatMap(handler -> handler.type().stream())
        .anyMatch(type -> !Collections.disjoint(IMPORT_ERRORS, ConditionNames.of(type)));
  }

  private void handler(Statement.Handler handler, Frame frame) {
    Unit unit = Unit.of(handler, surroundings);
    handler.type().ifPresent(type -> expressions.walk(type, frame, unit, Role.APPLIED));
    handler.target().ifPresent(target -> expressions.assign(target, Optional.empty(), frame, unit));
    all(handler.body(), frame);
    handler.target().ifPresent(target -> delete(target, frame, unit));
  }
}
