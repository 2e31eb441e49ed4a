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

package com.googlesource.gerrit.plugins.eventletguard.scan.python;

import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Expression;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Syntax;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The string that says what a patching call replaces, known by the name of the function. */
final class PatchTarget {
  /** Functions that patch what their first argument names, whatever object they belong to. */
  private static final Set<String> FUNCTIONS =
      Set.of("StubOutWithMock", "StubOutClassWithMocks", "SmartSet", "mock_object");

  /** Functions of which only those of some objects patch: the objects have these names. */
  private static final Set<String> SETTERS = Set.of("setattr", "delattr", "setitem", "Set");

  private static final Set<String> PATCHING_OBJECTS =
      Set.of("monkeypatch", "mp", "stubs", "stubber");

  /** Variants of {@code patch}, as in {@code mock.patch.multiple}. */
  private static final Set<String> VARIANTS = Set.of("object", "multiple", "dict");

  /** Words in the name of a project's own helper that patches. */
  private static final List<String> WORDS = List.of("patch", "stub");

  /** Names that hold such a word for another reason. */
  private static final Pattern NOT_PATCHING = Pattern.compile("(?i)(is_|import|un|assert).*");

  private static final List<String> PARAMETERS = List.of("target", "name", "path");

  private static final Pattern DOTTED_NAME =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*+)*+");

  private PatchTarget() {}

  static Optional<Expression.Text> of(Expression.Call call) {
    if (!patches(call.function())) {
      return Optional.empty();
    }
    Optional<Expression> argument =
        call.arguments().isEmpty()
            ? PARAMETERS.stream()
                .flatMap(name -> Syntax.argument(call, 0, name).stream())
                .findFirst()
            : Optional.of(call.arguments().getFirst());
    return argument
        .filter(Expression.Text.class::isInstance)
        .map(Expression.Text.class::cast)
        .filter(target -> DOTTED_NAME.matcher(target.value()).matches());
  }

  private static boolean patches(Expression function) {
    String name = Syntax.lastName(function);
    String owner = Syntax.nameBeforeLast(function);
    if (SETTERS.contains(name)) {
      return PATCHING_OBJECTS.contains(owner.replaceFirst("^_+", ""));
    }
    if (VARIANTS.contains(name)) {
      return owner.endsWith("patch");
    }
    return FUNCTIONS.contains(name)
        || (WORDS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::contains)
            && !NOT_PATCHING.matcher(name).matches());
  }
}
