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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Questions about the shape of expressions. */
public final class Syntax {
  private Syntax() {}

  /** The last name of what a call calls: {@code patch} of {@code mock.patch(...)}, or empty. */
  public static String lastName(Expression function) {
    if (function instanceof Expression.Name name) {
      return name.id();
    }
    return function instanceof Expression.Attribute attribute ? attribute.name() : "";
  }

  /** The name before the last of what a call calls: {@code patch} of {@code patch.object(...)}. */
  public static String nameBeforeLast(Expression function) {
    return function instanceof Expression.Attribute attribute ? lastName(attribute.value()) : "";
  }

  /** The value of a string constant. */
  public static Optional<String> text(Expression expression) {
    return expression instanceof Expression.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  /** The value of a string constant, or the spelling of any other. */
  public static Optional<String> constant(Expression expression) {
    return expression instanceof Expression.Constant constant
        ? Optional.of(constant.spelling())
        : text(expression);
  }

  /** The argument at a position, or under a name. */
  public static Optional<Expression> argument(Expression.Call call, int position, String name) {
    if (position < call.arguments().size()) {
      return Optional.of(call.arguments().get(position));
    }
    return keyword(call, name).map(Keyword::value);
  }

  /** The keyword argument of a name. */
  public static Optional<Keyword> keyword(Expression.Call call, String name) {
    return call.keywords().stream().filter(keyword -> keyword.name().equals(name)).findFirst();
  }

  /**
   * A dotted chain that starts at a name.
   *
   * @param base the name at its start
   * @param attributes the names after it, in source order; may be empty
   */
  public record Chain(Expression.Name base, Deque<String> attributes) {}

  /** An expression as a dotted chain, if it is one. */
  public static Optional<Chain> chain(Expression expression) {
    Deque<String> attributes = new ArrayDeque<>();
    Expression rest = expression;
    while (rest instanceof Expression.Attribute attribute) {
      attributes.addFirst(attribute.name());
      rest = attribute.value();
    }
    return rest instanceof Expression.Name base
        ? Optional.of(new Chain(base, attributes))
        : Optional.empty();
  }
}
