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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A statement. */
public sealed interface Statement extends Node {
  /** The blocks of statements directly inside it, in source order. */
  default List<List<Statement>> blocks() {
    return List.of();
  }

  /** One name of an import: {@code name as asName}. */
  record Alias(int start, int end, String name, Optional<String> asName) implements Node {}

  /** {@code import names}. */
  record Import(int start, int end, List<Alias> names) implements Statement {}

  /**
   * {@code from module import names}.
   *
   * @param start offset of its first character
   * @param end offset after its last one
   * @param level the number of leading dots
   * @param module empty when there are only dots
   * @param names at least one; {@code *} is a name
   */
  record ImportFrom(int start, int end, int level, String module, List<Alias> names)
      implements Statement {}

  /** {@code target = target = value}. */
  record Assignment(int start, int end, List<Expression> targets, Expression value)
      implements Statement {}

  /** {@code target: annotation = value}. */
  record AnnotatedAssignment(
      int start, int end, Expression target, Expression annotation, Optional<Expression> value)
      implements Statement {}

  /** {@code target += value} and its like. */
  record AugmentedAssignment(
      int start, int end, Expression target, String operator, Expression value)
      implements Statement {}

  /** {@code def} and {@code async def}. */
  record FunctionDefinition(
      int start,
      int end,
      boolean async,
      String name,
      List<TypeParameter> typeParameters,
      List<Parameter> parameters,
      Optional<Expression> returns,
      List<Expression> decorators,
      List<Statement> body)
      implements Statement {
    @Override
    public List<List<Statement>> blocks() {
      return List.of(body);
    }
  }

  /** {@code class}. */
  record ClassDefinition(
      int start,
      int end,
      String name,
      List<TypeParameter> typeParameters,
      List<Expression> bases,
      List<Keyword> keywords,
      List<Expression> decorators,
      List<Statement> body)
      implements Statement {
    @Override
    public List<List<Statement>> blocks() {
      return List.of(body);
    }
  }

  /** {@code for} and {@code async for}. */
  record For(
      int start,
      int end,
      boolean async,
      Expression target,
      Expression iterable,
      List<Statement> body,
      List<Statement> alternative)
      implements Statement {
    @Override
    public List<List<Statement>> blocks() {
      return List.of(body, alternative);
    }
  }

  /** {@code while}. */
  record While(
      int start, int end, Expression condition, List<Statement> body, List<Statement> alternative)
      implements Statement {
    @Override
    public List<List<Statement>> blocks() {
      return List.of(body, alternative);
    }
  }

  /** {@code if}; an {@code elif} is an {@code if} in the alternative. */
  record If(
      int start, int end, Expression condition, List<Statement> body, List<Statement> alternative)
      implements Statement {
    @Override
    public List<List<Statement>> blocks() {
      return List.of(body, alternative);
    }
  }

  /** {@code context as target}. */
  record WithItem(int start, int end, Expression context, Optional<Expression> target)
      implements Node {}

  /** {@code with} and {@code async with}. */
  record With(int start, int end, boolean async, List<WithItem> items, List<Statement> body)
      implements Statement {
    @Override
    public List<List<Statement>> blocks() {
      return List.of(body);
    }
  }

  /** {@code case pattern if guard}. */
  record Case(int start, int end, Pattern pattern, Optional<Expression> guard, List<Statement> body)
      implements Node {}

  /** {@code match}. */
  record Match(int start, int end, Expression subject, List<Case> cases) implements Statement {
    @Override
    public List<List<Statement>> blocks() {
      return cases.stream().map(Case::body).toList();
    }
  }

  /** {@code except type as target}; before Python 3 the target could be any. */
  record Handler(
      int start,
      int end,
      Optional<Expression> type,
      Optional<Expression> target,
      List<Statement> body)
      implements Node {}

  /** {@code try}; {@code group} for handlers with {@code except*}. */
  record Try(
      int start,
      int end,
      boolean group,
      List<Statement> body,
      List<Handler> handlers,
      List<Statement> alternative,
      List<Statement> last)
      implements Statement {
    @Override
    public List<List<Statement>> blocks() {
      List<List<Statement>> blocks = new ArrayList<>(3 + handlers.size());
      blocks.add(body);
      handlers.forEach(handler -> blocks.add(handler.body()));
      blocks.add(alternative);
      blocks.add(last);
      return blocks;
    }
  }

  /** {@code del targets}. */
  record Delete(int start, int end, List<Expression> targets) implements Statement {}

  /** {@code global names} or {@code nonlocal names}. */
  record ScopeDeclaration(int start, int end, boolean global, List<String> names)
      implements Statement {}

  /** What leaves a block: {@code return}, {@code raise}, {@code break}, {@code continue}. */
  record Jump(int start, int end, String keyword, List<Expression> values) implements Statement {}

  /** What only evaluates: an expression (empty keyword), {@code assert}, {@code pass}. */
  record Evaluation(int start, int end, String keyword, List<Expression> values)
      implements Statement {}

  /** {@code type name = value}. */
  record TypeAlias(
      int start, int end, Expression name, List<TypeParameter> typeParameters, Expression value)
      implements Statement {}
}
