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

/**
 * Reads the statements of Python 2, and some of Python 3.14, back from what {@link LegacyRewriter}
 * made of them: the tree says what the parser understood, the original text what was written.
 */
final class LegacySyntax {
  private final String text;

  LegacySyntax(String text) {
    this.text = text;
  }

  /** An expression as a statement: also what {@code print} and {@code raise} were. */
  Statement evaluation(int start, int end, Expression value) {
    if (value instanceof Expression.Operation yield && yield.operator().equals("yield")) {
      if (text.startsWith("print", start)) {
        return new Statement.Evaluation(start, end, "", List.of(print(start, end, yield)));
      }
      if (text.startsWith("raise", start)) {
        return new Statement.Jump(start, end, "raise", raised(elements(yield.operands())));
      }
    }
    return new Statement.Evaluation(start, end, "", List.of(printTo(value).orElse(value)));
  }

  /** {@code raise type, value} is {@code raise type(value)}; what follows is a traceback. */
  private static List<Expression> raised(List<Expression> values) {
    if (values.size() < 2) {
      return values;
    }
    Expression type = values.get(0);
    Expression value = values.get(1);
    List<Expression> raised = new ArrayList<>(values.subList(1, values.size()));
    raised.set(
        0,
        new Expression.Call(type.start(), value.end(), type, elements(List.of(value)), List.of()));
    return raised;
  }

  private static Expression print(int start, int end, Expression.Operation yield) {
    return call(start, end, elements(yield.operands()), List.of());
  }

  /** {@code print >>stream, values} parses as a shift: it is a call with {@code file=stream}. */
  private static Optional<Expression> printTo(Expression value) {
    List<Expression> values = elements(List.of(value));
    if (!values.isEmpty()
        && values.getFirst() instanceof Expression.Operation shift
        && shift.operator().equals("RShift")
        && shift.operands().getFirst() instanceof Expression.Name name
        && name.id().equals("print")) {
      Expression stream = shift.operands().getLast();
      Keyword file = new Keyword(stream.start(), stream.end(), "file", stream);
      List<Expression> printed = values.subList(1, values.size());
      return Optional.of(call(value.start(), value.end(), printed, List.of(file)));
    }
    return Optional.empty();
  }

  private static Expression call(
      int start, int end, List<Expression> arguments, List<Keyword> keywords) {
    int nameEnd = start + "print".length();
    Expression name = new Expression.Name(start, nameEnd, "print", Expression.Context.LOAD);
    return new Expression.Call(start, end, name, arguments, keywords);
  }

  private static List<Expression> elements(List<Expression> values) {
    return values.size() == 1
            && values.getFirst() instanceof Expression.Sequence sequence
            && sequence.type().equals("tuple")
        ? sequence.elements()
        : values;
  }

  /**
   * A handler without {@code as}. {@code except A, b} and {@code except A as (b, c)} were rewritten
   * to {@code A | b}; whether a comma binds (Python 2) or adds another type (3.14) is told by the
   * name after it: classes are spelled with a capital and small letters, or with a dot.
   */
  Statement.Handler handler(int start, int end, Optional<Expression> type, List<Statement> body) {
    if (type.isEmpty() || !isRewritten(type.get())) {
      return new Statement.Handler(start, end, type, Optional.empty(), body);
    }
    List<Expression> operands = new ArrayList<>();
    flatten(type.get(), operands);
    Expression last = operands.getLast();
    boolean binds = operands.size() == 2 && (isWrittenWithAs(operands) || !isClass(last));
    if (binds) {
      return new Statement.Handler(
          start, end, Optional.of(operands.getFirst()), Optional.of(target(last)), body);
    }
    Expression types =
        new Expression.Sequence(type.get().start(), type.get().end(), "tuple", operands);
    return new Statement.Handler(start, end, Optional.of(types), Optional.empty(), body);
  }

  private boolean isRewritten(Expression type) {
    return type instanceof Expression.Operation either
        && either.operator().equals("BitOr")
        && !between(either.operands()).contains("|");
  }

  private void flatten(Expression type, List<Expression> operands) {
    if (isRewritten(type)) {
      Expression.Operation either = (Expression.Operation) type;
      flatten(either.operands().getFirst(), operands);
      operands.add(either.operands().getLast());
    } else {
      operands.add(type);
    }
  }

  private boolean isWrittenWithAs(List<Expression> operands) {
    return !between(operands).contains(",");
  }

  private String between(List<Expression> operands) {
    int start = operands.getFirst().end();
    int end = operands.getLast().start();
    return start < end ? text.substring(start, end) : "";
  }

  private static boolean isClass(Expression expression) {
    if (expression instanceof Expression.Name name) {
      return Character.isUpperCase(name.id().charAt(0))
          && name.id().chars().anyMatch(Character::isLowerCase);
    }
    if (expression instanceof Expression.Attribute attribute) {
      return Character.isUpperCase(attribute.name().charAt(0));
    }
    return false;
  }

  private static Expression target(Expression expression) {
    if (expression instanceof Expression.Name name) {
      return new Expression.Name(name.start(), name.end(), name.id(), Expression.Context.STORE);
    }
    if (expression instanceof Expression.Sequence sequence) {
      return new Expression.Sequence(
          sequence.start(),
          sequence.end(),
          sequence.type(),
          sequence.elements().stream().map(LegacySyntax::target).toList());
    }
    return expression;
  }
}
