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

/**
 * An expression. What matters for following names has a type of its own; everything else is an
 * {@link Operation}.
 */
public sealed interface Expression extends Node {
  /**
   * The expressions directly inside it.
   *
   * @throws UnsupportedOperationException of a lambda or a comprehension, which are blocks of their
   *     own
   */
  List<Expression> children();

  /** Whether an expression is read or is the target of a binding or a {@code del}. */
  enum Context {
    LOAD,
    STORE,
    DELETE
  }

  /** An identifier. */
  record Name(int start, int end, String id, Context context) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of();
    }
  }

  /** {@code value.name}, in any context. */
  record Attribute(int start, int end, Expression value, String name) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of(value);
    }
  }

  /** {@code function(arguments, keywords)}. */
  record Call(
      int start, int end, Expression function, List<Expression> arguments, List<Keyword> keywords)
      implements Expression {
    @Override
    public List<Expression> children() {
      List<Expression> children = new ArrayList<>(1 + arguments.size() + keywords.size());
      children.add(function);
      children.addAll(arguments);
      keywords.forEach(keyword -> children.add(keyword.value()));
      return children;
    }
  }

  /** A string constant, with its value; adjacent literals are one. */
  record Text(int start, int end, String value) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of();
    }
  }

  /** Any other constant, in one spelling per value: {@code None}, {@code 3}, {@code b'x'}. */
  record Constant(int start, int end, String spelling) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of();
    }

    public boolean isNone() {
      return spelling.equals("None");
    }
  }

  /** A formatted string: {@link Text} and the operations {@code format}. */
  record FormattedText(int start, int end, List<Expression> parts) implements Expression {
    @Override
    public List<Expression> children() {
      return parts;
    }
  }

  /** {@code lambda parameters: body}. */
  record Lambda(int start, int end, List<Parameter> parameters, Expression body)
      implements Expression {
    @Override
    public List<Expression> children() {
      throw new UnsupportedOperationException("a block: lambda");
    }
  }

  /**
   * A comprehension or generator expression.
   *
   * @param start offset of its first character
   * @param end offset after its last one
   * @param type {@code list}, {@code set}, {@code dict} or {@code generator}
   * @param elements what it yields: one expression, for {@code dict} the key and the value
   * @param clauses at least one
   */
  record Comprehension(
      int start, int end, String type, List<Expression> elements, List<Clause> clauses)
      implements Expression {
    @Override
    public List<Expression> children() {
      throw new UnsupportedOperationException("a block: comprehension");
    }
  }

  /** {@code for target in iterable if condition}. */
  record Clause(
      int start,
      int end,
      boolean async,
      Expression target,
      Expression iterable,
      List<Expression> conditions)
      implements Node {}

  /** {@code target := value}. */
  record NamedExpression(int start, int end, Expression target, Expression value)
      implements Expression {
    @Override
    public List<Expression> children() {
      return List.of(target, value);
    }
  }

  /** {@code body if condition else alternative}. */
  record Conditional(
      int start, int end, Expression condition, Expression body, Expression alternative)
      implements Expression {
    @Override
    public List<Expression> children() {
      return List.of(body, condition, alternative);
    }
  }

  /** A {@code tuple}, {@code list} or {@code set} display, or a target that looks like one. */
  record Sequence(int start, int end, String type, List<Expression> elements)
      implements Expression {
    @Override
    public List<Expression> children() {
      return elements;
    }
  }

  /** {@code value[index]}. */
  record Subscript(int start, int end, Expression value, Expression index) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of(value, index);
    }
  }

  /**
   * Anything else that only combines values.
   *
   * @param start offset of its first character
   * @param end offset after its last one
   * @param operator tells one kind from another: {@code and}, {@code +}, {@code dict}, {@code *},
   *     {@code await}, {@code format!r} and so on
   * @param operands in source order
   */
  record Operation(int start, int end, String operator, List<Expression> operands)
      implements Expression {
    @Override
    public List<Expression> children() {
      return operands;
    }
  }
}
