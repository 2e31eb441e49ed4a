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
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Syntax;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a condition asks about. */
final class ConditionNames {
  private final Set<String> names = new LinkedHashSet<>();

  private ConditionNames() {}

  /**
   * The last name of each dotted chain, for a constant of an enumeration also the name before it,
   * and each string constant.
   */
  static Set<String> of(Expression condition) {
    ConditionNames collected = new ConditionNames();
    collected.add(condition);
    return collected.names;
  }

  /** The names that several conditions ask about. */
  static Set<String> of(List<Expression> conditions) {
    ConditionNames collected = new ConditionNames();
    conditions.forEach(collected::add);
    return collected.names;
  }

  private void add(Expression expression) {
    if (expression instanceof Expression.Name name) {
      names.add(name.id());
    } else if (expression instanceof Expression.Text text) {
      names.add(text.value());
    } else if (expression instanceof Expression.Attribute attribute) {
      names.add(attribute.name());
      if (isConstant(attribute.name())) {
        names.add(Syntax.lastName(attribute.value()));
      }
      Optional<Syntax.Chain> chain = Syntax.chain(attribute);
      if (chain.isEmpty()) {
        add(attribute.value());
      }
    } else if (!(expression instanceof Expression.Lambda)
        && !(expression instanceof Expression.Comprehension)) {
      expression.children().forEach(this::add);
    }
  }

  private static boolean isConstant(String name) {
    return name.chars().noneMatch(Character::isLowerCase);
  }
}
