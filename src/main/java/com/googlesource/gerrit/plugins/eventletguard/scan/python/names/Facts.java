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

import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one pass over a module learns for the next: things that happen later in the source but reach
 * earlier places. They only grow, so a few passes settle them.
 */
final class Facts {
  private final IdentityHashMap<Statement, Flow> loopEnds = new IdentityHashMap<>();
  private final Map<Scope, Map<String, Bindings>> assignedElsewhere = new HashMap<>();
  private boolean grown;

  /** Whether something was learned since the last call. */
  boolean takeGrown() {
    boolean result = grown;
    grown = false;
    return result;
  }

  /** The flow that reaches the start of a loop from its end. */
  Optional<Flow> loopEnd(Statement loop) {
    return Optional.ofNullable(loopEnds.get(loop));
  }

  /** Learns the flow at the end of a loop that was entered with another. */
  void learnLoopEnd(Statement loop, Flow entry, Flow end) {
    if (!entry.includes(end)) {
      loopEnds.merge(loop, end.copy(), Flow::join);
      grown = true;
    }
  }

  /** What functions bind to a name that they declare to be another block's. */
  Optional<Bindings> assignedElsewhere(Scope owner, String name) {
    return Optional.ofNullable(assignedElsewhere.getOrDefault(owner, Map.of()).get(name));
  }

  void learnAssignment(Scope owner, String name, Bindings bindings) {
    Map<String, Bindings> known = assignedElsewhere.computeIfAbsent(owner, key -> new HashMap<>());
    Bindings before = known.get(name);
    if (before == null || !before.includes(bindings)) {
      known.put(name, before == null ? bindings : before.join(bindings));
      grown = true;
    }
  }
}
