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

package com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Spells a statement from its tree, in one way only, so that layout, comments, quotes, redundant
 * parentheses and the spelling of Python 2 do not matter. Of a compound statement only the header
 * counts, without its decorators.
 */
public final class Fingerprint {
  /** Longer spellings end in a digest of the whole. */
  private static final int MAX_LENGTH = 240;

  private final StringBuilder out = new StringBuilder();

  private Fingerprint() {}

  /** The spelling of one name of an import statement, whichever others are imported with it. */
  public static String ofImport(Statement statement, Statement.Alias alias) {
    Fingerprint fingerprint = new Fingerprint();
    if (statement instanceof Statement.ImportFrom imports) {
      fingerprint.add("from ").add(".".repeat(imports.level())).add(imports.module()).add(" ");
    }
    fingerprint.add("import ").add(alias.name());
    alias.asName().ifPresent(name -> fingerprint.add(" as ").add(name));
    return fingerprint.result();
  }

  /** The spelling of a statement, or of the header of a compound one. */
  public static String of(Statement statement) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.statement(statement);
    return fingerprint.result();
  }

  /** The spelling of a decorator. */
  public static String ofDecorator(Expression decorator) {
    return new Fingerprint().add("@").add(decorator).result();
  }

  /** The spelling of the header of a handler. */
  public static String of(Statement.Handler handler) {
    Fingerprint fingerprint = new Fingerprint().add("except ");
    handler.type().ifPresent(fingerprint::add);
    handler.target().ifPresent(target -> fingerprint.add(" as ").add(target));
    return fingerprint.result();
  }

  /** The spelling of the header of a case. */
  public static String of(Statement.Case alternative) {
    Fingerprint fingerprint = new Fingerprint().add("case ");
    fingerprint.pattern(alternative.pattern());
    alternative.guard().ifPresent(guard -> fingerprint.add(" if ").add(guard));
    return fingerprint.result();
  }

  private String result() {
    if (out.length() <= MAX_LENGTH) {
      return out.toString();
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(out.toString().getBytes(StandardCharsets.UTF_8));
      return out.substring(0, MAX_LENGTH / 2) + "#" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void statement(Statement statement) {
    if (statement instanceof Statement.Import imports) {
      imports.names().forEach(name -> add(name.name()).add(","));
    } else if (statement instanceof Statement.ImportFrom imports) {
      imports.names().forEach(name -> add(name.name()).add(","));
    } else if (statement instanceof Statement.Assignment assignment) {
      assignment.targets().forEach(target -> add(target).add("="));
      add(assignment.value());
    } else if (statement instanceof Statement.AnnotatedAssignment assignment) {
      add(assignment.target()).add(":").add(assignment.annotation());
      assignment.value().ifPresent(value -> add("=").add(value));
    } else if (statement instanceof Statement.AugmentedAssignment assignment) {
      add(assignment.target()).add(assignment.operator()).add("=").add(assignment.value());
    } else if (statement instanceof Statement.FunctionDefinition function) {
      add(function.async() ? "async def " : "def ").add(function.name());
      typeParameters(function.typeParameters());
      add("(");
      parameters(function.parameters());
      add(")");
      function.returns().ifPresent(returns -> add("->").add(returns));
    } else if (statement instanceof Statement.ClassDefinition definition) {
      add("class ").add(definition.name());
      typeParameters(definition.typeParameters());
      arguments(definition.bases(), definition.keywords());
    } else if (statement instanceof Statement.For loop) {
      add(loop.async() ? "async for " : "for ").add(loop.target()).add(" in ").add(loop.iterable());
    } else if (statement instanceof Statement.While loop) {
      add("while ").add(loop.condition());
    } else if (statement instanceof Statement.If branch) {
      add("if ").add(branch.condition());
    } else if (statement instanceof Statement.With with) {
      add(with.async() ? "async with " : "with ");
      for (Statement.WithItem item : with.items()) {
        add(item.context());
        item.target().ifPresent(target -> add(" as ").add(target));
        add(",");
      }
    } else if (statement instanceof Statement.Match match) {
      add("match ").add(match.subject());
    } else if (statement instanceof Statement.Try) {
      add("try");
    } else if (statement instanceof Statement.Delete delete) {
      add("del ").addAll(delete.targets());
    } else if (statement instanceof Statement.ScopeDeclaration declaration) {
      add(declaration.global() ? "global " : "nonlocal ")
          .add(String.join(",", declaration.names()));
    } else if (statement instanceof Statement.Jump jump) {
      add(jump.keyword()).add(" ").addAll(jump.values());
    } else if (statement instanceof Statement.Evaluation evaluation) {
      add(evaluation.keyword()).add(" ").addAll(evaluation.values());
    } else if (statement instanceof Statement.TypeAlias alias) {
      add("type ").add(alias.name());
      typeParameters(alias.typeParameters());
      add("=").add(alias.value());
    } else {
      throw new IllegalStateException("unknown statement " + statement.getClass());
    }
  }

  private void typeParameters(List<TypeParameter> parameters) {
    for (TypeParameter parameter : parameters) {
      add("[").add(parameter.name());
      parameter.bound().ifPresent(bound -> add(":").add(bound));
      add("]");
    }
  }

  private void parameters(List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      add(
          switch (parameter.role()) {
            case POSITIONAL -> "";
            case POSITIONAL_ONLY -> "/";
            case KEYWORD_ONLY -> "*,";
            case REST -> "*";
            case KEYWORD_REST -> "**";
          });
      add(parameter.name());
      parameter.annotation().ifPresent(annotation -> add(":").add(annotation));
      parameter.defaultValue().ifPresent(value -> add("=").add(value));
      add(",");
    }
  }

  private void pattern(Pattern pattern) {
    add(pattern.type()).add("(").addAll(pattern.values());
    for (Pattern inside : pattern.patterns()) {
      pattern(inside);
      add(",");
    }
    pattern.capture().ifPresent(this::add);
    add(")");
  }

  private void arguments(List<Expression> arguments, List<Keyword> keywords) {
    add("(").addAll(arguments);
    for (Keyword keyword : keywords) {
      add(keyword.name()).add("=").add(keyword.value()).add(",");
    }
    add(")");
  }

  private Fingerprint add(String text) {
    out.append(text);
    return this;
  }

  private Fingerprint addAll(List<Expression> expressions) {
    for (Expression expression : expressions) {
      add(expression).add(",");
    }
    return this;
  }

  private Fingerprint add(Expression expression) {
    if (expression instanceof Expression.Name name) {
      add(name.id());
    } else if (expression instanceof Expression.Attribute attribute) {
      add(attribute.value()).add(".").add(attribute.name());
    } else if (expression instanceof Expression.Text text) {
      add("'").add(text.value().replace("\\", "\\\\").replace("'", "\\'")).add("'");
    } else if (expression instanceof Expression.Constant constant) {
      add(constant.spelling());
    } else if (expression instanceof Expression.Call call) {
      add(call.function());
      arguments(call.arguments(), call.keywords());
    } else if (expression instanceof Expression.FormattedText formatted) {
      add("f(").addAll(formatted.parts()).add(")");
    } else if (expression instanceof Expression.Conditional conditional) {
      add("(")
          .add(conditional.body())
          .add(" if ")
          .add(conditional.condition())
          .add(" else ")
          .add(conditional.alternative())
          .add(")");
    } else if (expression instanceof Expression.Sequence sequence) {
      add(sequence.type()).add("(").addAll(sequence.elements()).add(")");
    } else if (expression instanceof Expression.Subscript subscript) {
      add(subscript.value()).add("[").add(subscript.index()).add("]");
    } else if (expression instanceof Expression.Operation operation) {
      add("(").add(operation.operator()).add(" ").addAll(operation.operands()).add(")");
    } else if (expression instanceof Expression.NamedExpression named) {
      add("(").add(named.target()).add(":=").add(named.value()).add(")");
    } else if (expression instanceof Expression.Lambda lambda) {
      add("(lambda ");
      parameters(lambda.parameters());
      add(":").add(lambda.body()).add(")");
    } else if (expression instanceof Expression.Comprehension comprehension) {
      add(comprehension.type()).add("(").addAll(comprehension.elements());
      comprehension.clauses().forEach(this::clause);
      add(")");
    } else {
      throw new IllegalStateException("unknown expression " + expression.getClass());
    }

    return this;
  }

  private void clause(Expression.Clause clause) {
    add(clause.async() ? " async for " : " for ").add(clause.target());
    add(" in ").add(clause.iterable());
    for (Expression condition : clause.conditions()) {
      add(" if ").add(condition);
    }
  }
}
