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
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Keyword;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Node;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Parameter;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Pattern;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Statement;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.TypeParameter;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Finds the blocks of a module and the names that each binds. */
final class ScopeBuilder {
  private final IdentityHashMap<Node, Scope> scopes = new IdentityHashMap<>();
  private final Scope module = new Scope(Scope.Type.MODULE);
  private final FollowedNames followed;
  private final ImportedNames imported;

  /** The block that names are bound in, and the one that {@code :=} binds in. */
  private Scope current = module;

  private Scope assignments = module;

  ScopeBuilder(FollowedNames followed, ImportedNames imported) {
    this.followed = followed;
    this.imported = imported;
  }

  /** The block of the module itself. */
  Scope module() {
    return module;
  }

  /** The block of a function, lambda, class or comprehension of the statements built. */
  Scope scope(Node node) {
    return scopes.get(node);
  }

  void build(List<Statement> statements) {
    statements.forEach(this::statement);
    followed.close();
  }

  private void inside(Node node, Scope.Type type, Runnable content) {
    Scope outer = current;
    Scope outerAssignments = assignments;
    current = new Scope(type);
    if (type != Scope.Type.COMPREHENSION) {
      assignments = current;
    }
    scopes.put(node, current);
    content.run();
    current = outer;
    assignments = outerAssignments;
  }

  private void statement(Statement statement) {
    if (statement instanceof Statement.Import imports) {
      imports.names().forEach(this::importName);
    } else if (statement instanceof Statement.ImportFrom imports) {
      importFrom(imports);
    } else if (statement instanceof Statement.Assignment assignment) {
      expression(assignment.value());
      assignment.targets().forEach(target -> target(target, Optional.of(assignment.value())));
    } else if (statement instanceof Statement.AnnotatedAssignment assignment) {
      expression(assignment.annotation());
      assignment.value().ifPresent(this::expression);
      target(assignment.target(), assignment.value());
    } else if (statement instanceof Statement.AugmentedAssignment assignment) {
      expression(assignment.value());
      target(assignment.target(), Optional.empty());
    } else if (statement instanceof Statement.FunctionDefinition function) {
      function(function);
    } else if (statement instanceof Statement.ClassDefinition definition) {
      definition(definition);
    } else if (statement instanceof Statement.For loop) {
      expression(loop.iterable());
      target(loop.target(), Optional.empty());
      loop.body().forEach(this::statement);
      loop.alternative().forEach(this::statement);
    } else if (statement instanceof Statement.While loop) {
      expression(loop.condition());
      loop.body().forEach(this::statement);
      loop.alternative().forEach(this::statement);
    } else if (statement instanceof Statement.If branch) {
      expression(branch.condition());
      branch.body().forEach(this::statement);
      branch.alternative().forEach(this::statement);
    } else if (statement instanceof Statement.With with) {
      for (Statement.WithItem item : with.items()) {
        expression(item.context());
        item.target().ifPresent(target -> target(target, Optional.empty()));
      }
      with.body().forEach(this::statement);
    } else if (statement instanceof Statement.Match match) {
      match(match);
    } else if (statement instanceof Statement.Try attempt) {
      attempt(attempt);
    } else if (statement instanceof Statement.Delete delete) {
      delete.targets().forEach(target -> target(target, Optional.empty()));
    } else if (statement instanceof Statement.ScopeDeclaration declaration) {
      declare(declaration);
    } else if (statement instanceof Statement.Jump jump) {
      jump.values().forEach(this::expression);
    } else if (statement instanceof Statement.Evaluation evaluation) {
      evaluation.values().forEach(this::expression);
    } else if (statement instanceof Statement.TypeAlias alias) {
      target(alias.name(), Optional.empty());
      typeParameters(alias.typeParameters());
      expression(alias.value());
    } else {
      throw new IllegalStateException("unknown statement " + statement.getClass());
    }
  }

  private void declare(Statement.ScopeDeclaration declaration) {
    for (String name : declaration.names()) {
      if (declaration.global()) {
        current.declareGlobal(name);
        module.bind(name);
      } else {
        current.declareNonlocal(name);
      }
    }
  }

  private void importName(Statement.Alias alias) {
    String bound = ImportedNames.boundName(alias);
    current.bind(bound);
    followed.imported(bound, ImportedNames.boundSymbol(alias));
  }

  private void importFrom(Statement.ImportFrom imports) {
    for (Statement.Alias alias : imports.names()) {
      String bound = alias.asName().orElse(alias.name());
      current.bind(bound);
      followed.imported(bound, imported.symbol(imports, alias));
      if (bound.equals(ImportedNames.STAR)) {
        imported
            .starSymbols(imports)
            .forEach(
                (name, symbol) -> {
                  current.bind(name);
                  followed.imported(name, symbol);
                });
      }
    }
  }

  private void function(Statement.FunctionDefinition function) {
    current.bind(function.name());
    function.decorators().forEach(this::expression);
    function.returns().ifPresent(this::expression);
    parameterValues(function.parameters());
    inside(
        function,
        Scope.Type.FUNCTION,
        () -> {
          typeParameters(function.typeParameters());
          function.parameters().forEach(parameter -> current.bind(parameter.name()));
          function.body().forEach(this::statement);
        });
  }

  private void definition(Statement.ClassDefinition definition) {
    current.bind(definition.name());
    definition.decorators().forEach(this::expression);
    definition.bases().forEach(this::expression);
    definition.keywords().stream().map(Keyword::value).forEach(this::expression);
    inside(
        definition,
        Scope.Type.CLASS,
        () -> {
          typeParameters(definition.typeParameters());
          definition.body().forEach(this::statement);
        });
  }

  private void parameterValues(List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      parameter.annotation().ifPresent(this::expression);
      parameter.defaultValue().ifPresent(this::expression);
    }
  }

  private void typeParameters(List<TypeParameter> parameters) {
    for (TypeParameter parameter : parameters) {
      current.bind(parameter.name());
      parameter.bound().ifPresent(this::expression);
    }
  }

  private void match(Statement.Match match) {
    expression(match.subject());
    for (Statement.Case alternative : match.cases()) {
      pattern(alternative.pattern());
      alternative.guard().ifPresent(this::expression);
      alternative.body().forEach(this::statement);
    }
  }

  private void pattern(Pattern pattern) {
    pattern.capture().ifPresent(current::bind);
    pattern.values().forEach(this::expression);
    pattern.patterns().forEach(this::pattern);
  }

  private void attempt(Statement.Try attempt) {
    attempt.body().forEach(this::statement);
    for (Statement.Handler handler : attempt.handlers()) {
      handler.type().ifPresent(this::expression);
      handler.target().ifPresent(target -> target(target, Optional.empty()));
      handler.body().forEach(this::statement);
    }
    attempt.alternative().forEach(this::statement);
    attempt.last().forEach(this::statement);
  }

  private void target(Expression target, Optional<Expression> value) {
    if (target instanceof Expression.Name name) {
      current.bind(name.id());
      value.ifPresent(assigned -> followed.assigned(name.id(), assigned));
    } else if (target instanceof Expression.Sequence sequence) {
      Unpacking.of(sequence, value).forEach(pair -> target(pair.target(), pair.value()));
    } else if (target instanceof Expression.Operation starred) {
      starred.operands().forEach(operand -> target(operand, Optional.empty()));
    } else {
      expression(target);
    }
  }

  private void expression(Expression expression) {
    if (expression instanceof Expression.Lambda lambda) {
      parameterValues(lambda.parameters());
      inside(
          lambda,
          Scope.Type.FUNCTION,
          () -> {
            lambda.parameters().forEach(parameter -> current.bind(parameter.name()));
            expression(lambda.body());
          });
    } else if (expression instanceof Expression.Comprehension comprehension) {
      expression(comprehension.clauses().getFirst().iterable());
      inside(comprehension, Scope.Type.COMPREHENSION, () -> comprehension(comprehension));
    } else if (expression instanceof Expression.NamedExpression named) {
      expression(named.value());
      if (named.target() instanceof Expression.Name name) {
        assignments.bind(name.id());
        followed.assigned(name.id(), named.value());
      }
    } else {
      expression.children().forEach(this::expression);
    }
  }

  private void comprehension(Expression.Comprehension comprehension) {
    for (Expression.Clause clause : comprehension.clauses()) {
      target(clause.target(), Optional.empty());
      clause.conditions().forEach(this::expression);
    }
    comprehension.clauses().stream()
        .skip(1)
        .map(Expression.Clause::iterable)
        .forEach(this::expression);
    comprehension.elements().forEach(this::expression);
  }
}
