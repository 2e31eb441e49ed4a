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
import java.util.ArrayList;
import java.util.List;

/** The expressions directly inside an expression that is no block of its own. */
final class Children {
  private Children() {}

  static List<Expression> of(Expression expression) {
    return switch (expression) {
      case Expression.Name name -> List.of();
      case Expression.Text text -> List.of();
      case Expression.Constant constant -> List.of();
      case Expression.Attribute attribute -> List.of(attribute.value());
      case Expression.Call call -> {
        List<Expression> children =
            new ArrayList<>(1 + call.arguments().size() + call.keywords().size());
        children.add(call.function());
        children.addAll(call.arguments());
        call.keywords().stream().map(Keyword::value).forEach(children::add);
        yield children;
      }
      case Expression.FormattedText formatted -> formatted.parts();
      case Expression.Conditional conditional ->
          List.of(conditional.body(), conditional.condition(), conditional.alternative());
      case Expression.Sequence sequence -> sequence.elements();
      case Expression.Subscript subscript -> List.of(subscript.value(), subscript.index());
      case Expression.Operation operation -> operation.operands();
      case Expression.NamedExpression named -> List.of(named.target(), named.value());
      case Expression.Lambda lambda -> throw new IllegalArgumentException("a block: lambda");
      case Expression.Comprehension comprehension ->
          throw new IllegalArgumentException("a block: comprehension");
    };
  }
}
