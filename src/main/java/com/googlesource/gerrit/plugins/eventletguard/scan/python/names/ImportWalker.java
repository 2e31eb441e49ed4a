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

import com.googlesource.gerrit.plugins.eventletguard.scan.Surroundings;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.Reference;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Statement;

/** Passes import statements: notes those of what is looked for, and binds the names of all. */
final class ImportWalker {
  private final ImportedNames imported;
  private final Environment environment;
  private final Collected collected;

  ImportWalker(ImportedNames imported, Environment environment, Collected collected) {
    this.imported = imported;
    this.environment = environment;
    this.collected = collected;
  }

  void walk(Statement.Import imports, Surroundings surroundings, Frame frame) {
    for (Statement.Alias alias : imports.names()) {
      found(alias, alias.name(), Unit.ofImport(imports, alias, surroundings));
      String symbol = ImportedNames.boundSymbol(alias);
      bind(ImportedNames.boundName(alias), symbol, surroundings, frame);
    }
  }

  void walk(Statement.ImportFrom imports, Surroundings surroundings, Frame frame) {
    for (Statement.Alias alias : imports.names()) {
      String symbol = imported.symbol(imports, alias);
      found(alias, symbol, Unit.ofImport(imports, alias, surroundings));
      if (alias.name().equals(ImportedNames.STAR)) {
        imported
            .starSymbols(imports)
            .forEach((name, star) -> bind(name, star, surroundings, frame));
      } else {
        bind(alias.asName().orElse(alias.name()), symbol, surroundings, frame);
      }
    }
  }

  private void bind(String name, String symbol, Surroundings surroundings, Frame frame) {
    Bindings bindings = environment.imported(symbol);
    environment.bind(name, bindings, frame);
    collected.bound(name, bindings, frame, surroundings);
  }

  private void found(Statement.Alias alias, String symbol, Unit unit) {
    if (environment.roots().cover(symbol)) {
      collected.imports().add(new Reference(alias, symbol, unit));
    }
  }
}
