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

import com.googlesource.gerrit.plugins.eventletguard.scan.OptionDeclaration;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.SymbolRoots;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Finds usages of one kind in parsed modules. Stateless and safe for use by several threads. */
public interface PythonUsageFinder {
  /**
   * Sets of words: a file in which this finder can find anything holds every word of one of them.
   * Other files are not even parsed.
   *
   * @param path the file's
   * @return one and the same for all files that do not differ in it
   */
  List<Set<String>> triggers(String path);

  /** The symbols whose imports and uses the module has to resolve for this finder. */
  SymbolRoots roots();

  /**
   * Names whose lines have to be read besides, because they tell more about what the module holds:
   * the lines that no word makes relevant are left out of it. Asked again with what they add, until
   * nothing new comes.
   */
  default Set<String> leads(PythonModule module) {
    return Set.of();
  }

  /**
   * Finds the usages in a module. References to what other finders ask for are in the module too,
   * and are not this finder's.
   */
  void find(PythonModule module, Consumer<Usage> out);

  /** Finds the declarations of options that this finder looks for. */
  default void findDeclarations(PythonModule module, Consumer<OptionDeclaration> out) {}
}
