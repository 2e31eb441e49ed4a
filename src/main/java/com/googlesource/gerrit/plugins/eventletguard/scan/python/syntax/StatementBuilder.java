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

import com.oracle.graal.python.pegparser.sst.AliasTy;
import com.oracle.graal.python.pegparser.sst.ArgumentsTy;
import com.oracle.graal.python.pegparser.sst.ExceptHandlerTy;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.MatchCaseTy;
import com.oracle.graal.python.pegparser.sst.PatternTy;
import com.oracle.graal.python.pegparser.sst.SSTNode;
import com.oracle.graal.python.pegparser.sst.StmtTy;
import com.oracle.graal.python.pegparser.sst.TypeParamTy;
import com.oracle.graal.python.pegparser.sst.WithItemTy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Turns the parser library's statements into ours. */
final class StatementBuilder {
  private final ExpressionBuilder expressions;
  private final LegacySyntax legacy;

  StatementBuilder(ExpressionBuilder expressions, LegacySyntax legacy) {
    this.expressions = expressions;
    this.legacy = legacy;
  }

  List<Statement> all(StmtTy[] nodes) {
    if (nodes == null || nodes.length == 0) {
      return List.of();
    }
    List<Statement> built = new ArrayList<>(nodes.length);
    for (StmtTy node : nodes) {
      built.add(build(node));
    }
    return built;
  }

  private Statement build(StmtTy node) {
    int start = expressions.start(node);
    int end = expressions.end(node);
    if (node instanceof StmtTy.Expr n) {
      return legacy.evaluation(start, end, expressions.build(n.value));
    }
    if (node instanceof StmtTy.Assign n) {
      return new Statement.Assignment(
          start, end, expressions.all(n.targets), expressions.build(n.value));
    }
    if (node instanceof StmtTy.Return n) {
      return new Statement.Jump(start, end, "return", present(n.value));
    }
    if (node instanceof StmtTy.If n) {
      return new Statement.If(start, end, expressions.build(n.test), all(n.body), all(n.orElse));
    }
    if (node instanceof StmtTy.FunctionDef n) {
      return function(
          n, false, n.name, n.typeParams, n.args, n.returns, n.decoratorList, all(n.body));
    }
    if (node instanceof StmtTy.AsyncFunctionDef n) {
      return function(
          n, true, n.name, n.typeParams, n.args, n.returns, n.decoratorList, all(n.body));
    }
    if (node instanceof StmtTy.ClassDef n) {
      return new Statement.ClassDefinition(
          start,
          end,
          n.name,
          typeParameters(n.typeParams),
          expressions.all(n.bases),
          expressions.keywords(n.keywords),
          expressions.all(n.decoratorList),
          all(n.body));
    }
    if (node instanceof StmtTy.Import n) {
      return new Statement.Import(start, end, aliases(n.names));
    }
    if (node instanceof StmtTy.ImportFrom n) {
      return new Statement.ImportFrom(
          start, end, n.level, n.module == null ? "" : n.module, aliases(n.names));
    }
    if (node instanceof StmtTy.With n) {
      return new Statement.With(start, end, false, withItems(n.items), all(n.body));
    }
    if (node instanceof StmtTy.AsyncWith n) {
      return new Statement.With(start, end, true, withItems(n.items), all(n.body));
    }
    if (node instanceof StmtTy.For n) {
      return loop(n, false, n.target, n.iter, n.body, n.orElse);
    }
    if (node instanceof StmtTy.AsyncFor n) {
      return loop(n, true, n.target, n.iter, n.body, n.orElse);
    }
    if (node instanceof StmtTy.While n) {
      return new Statement.While(start, end, expressions.build(n.test), all(n.body), all(n.orElse));
    }
    if (node instanceof StmtTy.Try n) {
      return attempt(n, false, n.body, n.handlers, n.orElse, n.finalBody);
    }
    if (node instanceof StmtTy.TryStar n) {
      return attempt(n, true, n.body, n.handlers, n.orElse, n.finalBody);
    }
    if (node instanceof StmtTy.Raise n) {
      return new Statement.Jump(start, end, "raise", present(n.exc, n.cause));
    }
    if (node instanceof StmtTy.Break) {
      return new Statement.Jump(start, end, "break", List.of());
    }
    if (node instanceof StmtTy.Continue) {
      return new Statement.Jump(start, end, "continue", List.of());
    }
    if (node instanceof StmtTy.Pass) {
      return new Statement.Evaluation(start, end, "pass", List.of());
    }
    if (node instanceof StmtTy.Assert n) {
      return new Statement.Evaluation(start, end, "assert", present(n.test, n.msg));
    }
    if (node instanceof StmtTy.AugAssign n) {
      return new Statement.AugmentedAssignment(
          start, end, expressions.build(n.target), n.op.name(), expressions.build(n.value));
    }
    if (node instanceof StmtTy.AnnAssign n) {
      return new Statement.AnnotatedAssignment(
          start,
          end,
          expressions.build(n.target),
          expressions.build(n.annotation),
          expressions.optional(n.value));
    }
    if (node instanceof StmtTy.Delete n) {
      return new Statement.Delete(start, end, expressions.all(n.targets));
    }
    if (node instanceof StmtTy.Global n) {
      return new Statement.ScopeDeclaration(start, end, true, Arrays.asList(n.names));
    }
    if (node instanceof StmtTy.Nonlocal n) {
      return new Statement.ScopeDeclaration(start, end, false, Arrays.asList(n.names));
    }
    if (node instanceof StmtTy.Match n) {
      return new Statement.Match(start, end, expressions.build(n.subject), cases(n.cases));
    }
    if (node instanceof StmtTy.TypeAlias n) {
      return new Statement.TypeAlias(
          start,
          end,
          expressions.build(n.name),
          typeParameters(n.typeParams),
          expressions.build(n.value));
    }
    throw new IllegalStateException("unknown statement " + node.getClass());
  }

  private List<Expression> present(ExprTy... nodes) {
    List<Expression> built = new ArrayList<>(nodes.length);
    for (ExprTy node : nodes) {
      if (node != null) {
        built.add(expressions.build(node));
      }
    }
    return built;
  }

  private List<Statement.Alias> aliases(AliasTy[] nodes) {
    List<Statement.Alias> built = new ArrayList<>(nodes.length);
    for (AliasTy node : nodes) {
      built.add(
          new Statement.Alias(
              expressions.start(node),
              expressions.end(node),
              node.name,
              Optional.ofNullable(node.asName)));
    }
    return built;
  }

  private Statement function(
      SSTNode node,
      boolean async,
      String name,
      TypeParamTy[] typeParameters,
      ArgumentsTy parameters,
      ExprTy returns,
      ExprTy[] decorators,
      List<Statement> body) {
    return new Statement.FunctionDefinition(
        expressions.start(node),
        expressions.end(node),
        async,
        name,
        typeParameters(typeParameters),
        expressions.parameters(parameters),
        expressions.optional(returns),
        expressions.all(decorators),
        body);
  }

  private Statement loop(
      SSTNode node, boolean async, ExprTy target, ExprTy iter, StmtTy[] body, StmtTy[] orElse) {
    return new Statement.For(
        expressions.start(node),
        expressions.end(node),
        async,
        expressions.build(target),
        expressions.build(iter),
        all(body),
        all(orElse));
  }

  private Statement attempt(
      SSTNode node,
      boolean group,
      StmtTy[] body,
      ExceptHandlerTy[] handlers,
      StmtTy[] orElse,
      StmtTy[] last) {
    List<Statement> attempted = all(body);
    List<Statement.Handler> built = new ArrayList<>();
    if (handlers != null) {
      for (ExceptHandlerTy handler : handlers) {
        built.add(handler((ExceptHandlerTy.ExceptHandler) handler));
      }
    }
    return new Statement.Try(
        expressions.start(node),
        expressions.end(node),
        group,
        attempted,
        built,
        all(orElse),
        all(last));
  }

  private Statement.Handler handler(ExceptHandlerTy.ExceptHandler node) {
    int start = expressions.start(node);
    int end = expressions.end(node);
    Optional<Expression> type = expressions.optional(node.type);
    if (node.name != null) {
      // The library keeps no position of the name; only that it is bound matters.
      Expression target = new Expression.Name(start, start, node.name, Expression.Context.STORE);
      return new Statement.Handler(start, end, type, Optional.of(target), all(node.body));
    }
    return legacy.handler(start, end, type, all(node.body));
  }

  private List<Statement.WithItem> withItems(WithItemTy[] nodes) {
    List<Statement.WithItem> built = new ArrayList<>(nodes.length);
    for (WithItemTy node : nodes) {
      built.add(
          new Statement.WithItem(
              expressions.start(node),
              expressions.end(node),
              expressions.build(node.contextExpr),
              expressions.optional(node.optionalVars)));
    }
    return built;
  }

  private List<TypeParameter> typeParameters(TypeParamTy[] nodes) {
    if (nodes == null) {
      return List.of();
    }
    List<TypeParameter> built = new ArrayList<>(nodes.length);
    for (TypeParamTy node : nodes) {
      built.add(typeParameter(node));
    }
    return built;
  }

  private TypeParameter typeParameter(TypeParamTy node) {
    int start = expressions.start(node);
    int end = expressions.end(node);
    if (node instanceof TypeParamTy.TypeVar n) {
      return new TypeParameter(start, end, n.name, expressions.optional(n.bound));
    }
    if (node instanceof TypeParamTy.ParamSpec n) {
      return new TypeParameter(start, end, n.name, Optional.empty());
    }
    if (node instanceof TypeParamTy.TypeVarTuple n) {
      return new TypeParameter(start, end, n.name, Optional.empty());
    }
    throw new IllegalStateException("unknown type parameter " + node.getClass());
  }

  private List<Statement.Case> cases(MatchCaseTy[] nodes) {
    List<Statement.Case> built = new ArrayList<>(nodes.length);
    for (MatchCaseTy node : nodes) {
      built.add(
          new Statement.Case(
              expressions.start(node),
              expressions.end(node),
              pattern(node.pattern),
              expressions.optional(node.guard),
              all(node.body)));
    }
    return built;
  }

  private Pattern pattern(PatternTy node) {
    if (node instanceof PatternTy.MatchValue n) {
      return pattern(node, "value", present(n.value), null, null);
    }
    if (node instanceof PatternTy.MatchSingleton n) {
      return pattern(node, ExpressionBuilder.spelling(n.value), List.of(), null, null);
    }
    if (node instanceof PatternTy.MatchSequence n) {
      return pattern(node, "sequence", List.of(), n.patterns, null);
    }
    if (node instanceof PatternTy.MatchMapping n) {
      return pattern(node, "mapping", expressions.all(n.keys), n.patterns, n.rest);
    }
    if (node instanceof PatternTy.MatchStar n) {
      return pattern(node, "*", List.of(), null, n.name);
    }
    if (node instanceof PatternTy.MatchOr n) {
      return pattern(node, "|", List.of(), n.patterns, null);
    }
    if (node instanceof PatternTy.MatchAs n) {
      return pattern(
          node, "as", List.of(), n.pattern == null ? null : new PatternTy[] {n.pattern}, n.name);
    }
    if (node instanceof PatternTy.MatchClass n) {
      return classPattern(n);
    }
    throw new IllegalStateException("unknown pattern " + node.getClass());
  }

  private Pattern classPattern(PatternTy.MatchClass node) {
    List<Pattern> inside = new ArrayList<>(patterns(node.patterns));
    inside.addAll(patterns(node.kwdPatterns));
    String names = node.kwdAttrs == null ? "" : String.join(",", node.kwdAttrs);
    return new Pattern(
        expressions.start(node),
        expressions.end(node),
        "class " + names,
        present(node.cls),
        inside,
        Optional.empty());
  }

  private Pattern pattern(
      SSTNode node, String type, List<Expression> values, PatternTy[] inside, String capture) {
    return new Pattern(
        expressions.start(node),
        expressions.end(node),
        type,
        values,
        patterns(inside),
        Optional.ofNullable(capture));
  }

  private List<Pattern> patterns(PatternTy[] nodes) {
    return nodes == null ? List.of() : Arrays.stream(nodes).map(this::pattern).toList();
  }
}
