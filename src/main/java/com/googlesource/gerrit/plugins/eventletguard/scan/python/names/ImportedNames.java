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

import com.googlesource.gerrit.plugins.eventletguard.scan.modules.ModuleNames;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Reexports;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Statement;
import java.util.Map;
import java.util.TreeMap;

/** What import statements of one module bind. */
final class ImportedNames {
  static final String STAR = "*";

  /** The package of the module, by its place in the tree. */
  private final String place;

  private final Reexports reexports;

  /**
   * @param path the module's
   * @param reexports what other modules of its tree offer
   */
  ImportedNames(String path, Reexports reexports) {
    this.place = ModuleNames.packageAtPlace(path);
    this.reexports = reexports;
  }

  /** The name that {@code import a.b} or {@code import a.b as c} binds. */
  static String boundName(Statement.Alias alias) {
    return alias.asName().orElseGet(() -> top(alias.name()));
  }

  /** What that name stands for then. */
  static String boundSymbol(Statement.Alias alias) {
    return alias.asName().isPresent() ? alias.name() : top(alias.name());
  }

  /** What {@code from module import name} imports. */
  String symbol(Statement.ImportFrom imports, Statement.Alias alias) {
    return module(imports) + "." + alias.name();
  }

  /** What {@code from module import *} binds of what is looked for, by name. */
  Map<String, String> starSymbols(Statement.ImportFrom imports) {
    String module = module(imports);
    Map<String, String> symbols = new TreeMap<>();
    reexports.starNames(module).forEach(name -> symbols.put(name, module + "." + name));
    return symbols;
  }

  private String module(Statement.ImportFrom imports) {
    return imports.level() == 0
        ? imports.module()
        : ModuleNames.relative(place, imports.level(), imports.module());
  }

  private static String top(String module) {
    int dot = module.indexOf('.');
    return dot < 0 ? module : module.substring(0, dot);
  }
}
