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

package com.googlesource.gerrit.plugins.eventletguard.fix;

import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Expression;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Keyword;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.PythonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A function of the standard library that does the same.
 *
 * @param module the module that holds it
 * @param name its name there
 * @param arguments with which arguments it does the same
 */
record StandardFunction(String module, String name, Arguments arguments) {
  /** The arguments with which two functions are the same. */
  enum Arguments {
    /** No arguments at all. */
    NONE,
    /** One number, greater than zero and written out: others may only yield, or be refused. */
    POSITIVE_NUMBER
  }

  private static final Pattern NUMBER =
      Pattern.compile("(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:[eE][-+]?\\d+)?");
  private static final Pattern NOT_ZERO = Pattern.compile("[^eE]*[1-9].*");

  String description() {
    return "Call %s.%s instead".formatted(module, name);
  }

  /** The edits of a call; empty where the function is not called, or with other arguments. */
  Optional<List<Edit>> edits(PythonSource source, Finding finding) {
    int start = source.start(finding.range());
    int end = source.end(finding.range());
    int open = source.tokenFrom(end);
    if (!source.isAt(open, "(")) {
      return Optional.empty();
    }
    int close = source.closing(open);
    if (!source.isAt(close, ")")) {
      return Optional.empty();
    }
    String call = source.source().substring(start, source.tokens().get(close).end());
    return PythonParser.parseExpression(call, start)
        .filter(Expression.Call.class::isInstance)
        .map(Expression.Call.class::cast)
        .flatMap(one -> edits(source, one, start, end));
  }

  private Optional<List<Edit>> edits(
      PythonSource source, Expression.Call call, int start, int end) {
    List<Expression> values =
        Stream.concat(call.arguments().stream(), call.keywords().stream().map(Keyword::value))
            .toList();
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit(start, end, module + "." + name));
    switch (arguments) {
      case NONE -> {
        return values.isEmpty() ? Optional.of(edits) : Optional.empty();
      }
      case POSITIVE_NUMBER -> {
        if (values.size() != 1 || !isPositive(source, values.getFirst())) {
          return Optional.empty();
        }
        // The function takes no keywords.
        call.keywords()
            .forEach(keyword -> edits.add(Edit.delete(keyword.start(), keyword.value().start())));
        return Optional.of(edits);
      }
    }
    throw new AssertionError(arguments);
  }

  private static boolean isPositive(PythonSource source, Expression value) {
    if (!(value instanceof Expression.Constant)) {
      return false;
    }
    String spelling = source.source().substring(value.start(), value.end());
    return NUMBER.matcher(spelling).matches() && NOT_ZERO.matcher(spelling).matches();
  }
}
