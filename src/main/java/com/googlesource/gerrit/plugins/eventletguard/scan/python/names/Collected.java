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
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.AssignmentSite;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.AttributeSite;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.CallSite;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.PythonModule.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one pass over a module found. */
record Collected(
    List<Reference> imports,
    List<Reference> references,
    List<CallSite> calls,
    List<AttributeSite> attributes,
    List<AssignmentSite> assignments,
    List<Offer> offers,
    Map<String, Surroundings> moduleBindings) {
  Collected() {
    this(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new HashMap<>());
  }

  /** What around all the bindings of a name of the module itself may make them legitimate. */
  Surroundings around(String name) {
    return moduleBindings.getOrDefault(name, Surroundings.NONE);
  }

  /** Notes where a name of the module itself is bound to what is looked for. */
  void bound(String name, Bindings bindings, Frame frame, Surroundings around) {
    if (bindings.hasSymbols()
        && (frame.scope().type() == Scope.Type.MODULE || frame.scope().isGlobal(name))) {
      moduleBindings.merge(name, around, Surroundings::common);
    }
  }
}
