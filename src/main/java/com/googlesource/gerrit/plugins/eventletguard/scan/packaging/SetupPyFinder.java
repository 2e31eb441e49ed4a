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

package com.googlesource.gerrit.plugins.eventletguard.scan.packaging;

import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.PythonUsageFinder;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.AssignmentSite;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.CallSite;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.SymbolRoots;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Expression;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Keyword;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Syntax;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code setup.py}: the requirements that are passed to {@code setup()} as lists of strings. */
public final class SetupPyFinder implements PythonUsageFinder {
  private static final String FILE = "setup.py";
  private static final String SETUP = "setup";
  private static final Set<String> KEYWORDS =
      Set.of("install_requires", "setup_requires", "tests_require", "requires", "extras_require");

  private static final List<Set<String>> TRIGGERS = List.of(Set.of(SETUP));

  private final RequirementNames names;

  public SetupPyFinder(RequirementNames names) {
    this.names = names;
  }

  @Override
  public List<Set<String>> triggers(String path) {
    return isSetup(path) ? TRIGGERS : List.of();
  }

  @Override
  public SymbolRoots roots() {
    return new SymbolRoots(List.of());
  }

  @Override
  public void find(PythonModule module, Consumer<Usage> out) {
    if (!isSetup(module.text().path())) {
      return;
    }
    for (CallSite site : module.calls()) {
      if (Syntax.lastName(site.call().function()).equals(SETUP)) {
        site.call().keywords().stream()
            .filter(keyword -> KEYWORDS.contains(keyword.name()))
            .map(Keyword::value)
            .forEach(value -> read(module, value, out));
      }
    }
  }

  private void read(PythonModule module, Expression value, Consumer<Usage> out) {
    // What is computed cannot be read.
    if (value instanceof Expression.Text text) {
      requirement(module, text, out);
    } else if (value instanceof Expression.Sequence sequence) {
      sequence.elements().forEach(element -> read(module, element, out));
    } else if (value instanceof Expression.Operation operation) {
      operation.operands().forEach(operand -> read(module, operand, out));
    } else if (value instanceof Expression.Name name) {
      module.assignments().stream()
          .filter(site -> isTarget(site, name))
          .map(AssignmentSite::value)
          .flatMap(SetupPyFinder::texts)
          .forEach(text -> requirement(module, text, out));
    }
  }

  /** The strings of a list, without following further names, which might lead back. */
  private static Stream<Expression.Text> texts(Expression value) {
    return value instanceof Expression.Sequence sequence
        ? sequence.elements().stream()
            .filter(Expression.Text.class::isInstance)
            .map(Expression.Text.class::cast)
        : Stream.empty();
  }

  private void requirement(PythonModule module, Expression.Text text, Consumer<Usage> out) {
    Requirement.parse(text.value())
        .ifPresent(
            found -> names.usagesOf(found, module.text(), text.start(), text.end()).forEach(out));
  }

  private static boolean isTarget(AssignmentSite site, Expression.Name name) {
    return site.target() instanceof Expression.Name target && target.id().equals(name.id());
  }

  private static boolean isSetup(String path) {
    return path.substring(path.lastIndexOf('/') + 1).equals(FILE);
  }
}
