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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a tuple of targets takes a tuple of values apart. */
final class Unpacking {
  /** A target with the expression it takes, when the source tells which. */
  record Pair(Expression target, Optional<Expression> value) {}

  private Unpacking() {}

  static List<Pair> of(Expression.Sequence targets, Optional<Expression> value) {
    List<Expression> values =
        value.isPresent()
                && value.get() instanceof Expression.Sequence sequence
                && sequence.elements().size() == targets.elements().size()
                && !hasStar(sequence)
                && !hasStar(targets)
            ? sequence.elements()
            : List.of();
    List<Pair> pairs = new ArrayList<>(targets.elements().size());
    for (int i = 0; i < targets.elements().size(); i++) {
      pairs.add(
          new Pair(
              targets.elements().get(i),
              values.isEmpty() ? Optional.empty() : Optional.of(values.get(i))));
    }
    return pairs;
  }

  private static boolean hasStar(Expression.Sequence sequence) {
    return sequence.elements().stream()
        .anyMatch(
            element ->
                element instanceof Expression.Operation operation
                    && operation.operator().equals("*"));
  }
}
