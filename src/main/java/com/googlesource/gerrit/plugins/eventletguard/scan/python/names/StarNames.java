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
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which names {@code from module import *} takes: those of {@code __all__}, else public ones. */
final class StarNames {
  static final String ALL = "__all__";

  private final Optional<Set<String>> listed;

  private StarNames(Optional<Set<String>> listed) {
    this.listed = listed;
  }

  /** Those of a module, as far as its own statements list them. */
  static StarNames of(List<Statement> statements) {
    Set<String> names = new HashSet<>();
    boolean found = false;
    for (Statement statement : statements) {
      Optional<Expression> value = listing(statement);
      if (value.isPresent()) {
        if (!addTexts(value.get(), names)) {
          // Computed: what is not listed here may be listed there.
          return new StarNames(Optional.empty());
        }
        found = true;
      }
    }
    return new StarNames(found ? Optional.of(names) : Optional.empty());
  }

  boolean contain(String name) {
    return listed.map(names -> names.contains(name)).orElse(!name.startsWith("_"));
  }

  /** What a statement makes {@code __all__}, or adds to it. */
  private static Optional<Expression> listing(Statement statement) {
    if (statement instanceof Statement.Assignment assignment) {
      return assignment.targets().stream().anyMatch(StarNames::isAll)
          ? Optional.of(assignment.value())
          : Optional.empty();
    }
    if (statement instanceof Statement.AnnotatedAssignment assignment) {
      return isAll(assignment.target()) ? assignment.value() : Optional.empty();
    }
    return statement instanceof Statement.AugmentedAssignment assignment
            && isAll(assignment.target())
        ? Optional.of(assignment.value())
        : Optional.empty();
  }

  private static boolean isAll(Expression target) {
    return target instanceof Expression.Name name && name.id().equals(ALL);
  }

  /** Adds the names of a list; false when it is more than a list of constants. */
  private static boolean addTexts(Expression value, Set<String> names) {
    if (value instanceof Expression.Text text) {
      names.add(text.value());
      return true;
    }
    return value instanceof Expression.Sequence sequence
        && sequence.elements().stream().allMatch(element -> addTexts(element, names));
  }
}
