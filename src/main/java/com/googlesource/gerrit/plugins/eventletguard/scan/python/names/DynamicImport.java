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
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Syntax;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call that imports what a string constant names, known by the name of the function.
 *
 * @param target the constant
 * @param symbol the dotted name in it
 * @param result the symbol that the call evaluates to; empty when it is an instance
 * @param mayFail whether the call expects that the import fails
 * @param fallback what it evaluates to then, if the call says so
 */
record DynamicImport(
    Expression.Text target,
    String symbol,
    Optional<String> result,
    boolean mayFail,
    Optional<Expression> fallback) {
  private static final String DUNDER_IMPORT = "__import__";
  private static final String TRY_IMPORT = "try_import";

  /** Functions that import, with the names of the parameter that says what. */
  private static final Map<String, List<String>> FUNCTIONS =
      Map.of(
          "import_module",
          List.of("name", "import_str"),
          DUNDER_IMPORT,
          List.of("name"),
          TRY_IMPORT,
          List.of("import_str"),
          "import_class",
          List.of("import_str"),
          "import_object",
          List.of("import_str"),
          "import_object_ns",
          List.of("import_str"),
          "import_any",
          List.of("import_str"),
          "importorskip",
          List.of("modname"));

  /** Of those, the ones that make an instance of what they import. */
  private static final List<String> INSTANTIATING = List.of("import_object", "import_object_ns");

  /** Position of the argument of {@code __import__} that makes it return the submodule. */
  private static final int FROM_LIST_POSITION = 3;

  static Optional<DynamicImport> of(Expression.Call call) {
    String function = Syntax.lastName(call.function());
    List<String> parameters = FUNCTIONS.get(function);
    if (parameters == null) {
      return Optional.empty();
    }
    // The namespaced variant takes the name space first.
    int position = function.equals("import_object_ns") ? 1 : 0;
    Optional<Expression> argument =
        parameters.stream()
            .flatMap(name -> Syntax.argument(call, position, name).stream())
            .findFirst();
    if (argument.isEmpty() || !(argument.get() instanceof Expression.Text target)) {
      return Optional.empty();
    }
    String symbol = target.value();
    Optional<String> result = Optional.of(symbol);
    if (function.equals(DUNDER_IMPORT) && !hasFromList(call)) {
      int dot = symbol.indexOf('.');
      result = Optional.of(dot < 0 ? symbol : symbol.substring(0, dot));
    } else if (INSTANTIATING.contains(function)) {
      result = Optional.empty();
    }
    boolean mayFail = function.equals(TRY_IMPORT);
    Optional<Expression> fallback =
        mayFail ? Syntax.argument(call, 1, "default") : Optional.empty();
    return Optional.of(new DynamicImport(target, symbol, result, mayFail, fallback));
  }

  private static boolean hasFromList(Expression.Call call) {
    Optional<Expression> names =
        Syntax.keyword(call, "fromlist")
            .map(Keyword::value)
            .or(() -> Syntax.argument(call, FROM_LIST_POSITION, "fromlist"));
    return names.isPresent()
        && !(names.get() instanceof Expression.Sequence sequence && sequence.elements().isEmpty())
        && !(names.get() instanceof Expression.Constant constant && constant.isNone());
  }
}
