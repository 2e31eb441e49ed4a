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
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.PythonParser;
import java.util.Optional;

/** An annotation in quotes. */
final class QuotedAnnotation {
  private QuotedAnnotation() {}

  /**
   * Parses the expression in a string.
   *
   * @param text the file
   * @param quoted the string in it
   * @return empty when it holds none, or when escapes or adjacent literals hide where it stands
   */
  static Optional<Expression> parse(String text, Expression.Text quoted) {
    String literal = text.substring(quoted.start(), quoted.end());
    String value = quoted.value();
    int inside = literal.indexOf(value);
    boolean isPlain = !value.isEmpty() && inside > 0 && inside <= 4 && !literal.contains("\\");
    return isPlain
        ? PythonParser.parseExpression(value, quoted.start() + inside)
        : Optional.empty();
  }
}
