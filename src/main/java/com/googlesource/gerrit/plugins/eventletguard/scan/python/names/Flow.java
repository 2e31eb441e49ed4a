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

import java.util.HashMap;
import java.util.Map;

/**
 * What the followed names of one scope stand for at one point of it. A name that is missing is not
 * bound. Mutable: statements change it as they are passed.
 */
final class Flow {
  private final Map<String, Bindings> names;
  private boolean dead;

  private Flow(Map<String, Bindings> names, boolean dead) {
    this.names = names;
    this.dead = dead;
  }

  static Flow empty() {
    return new Flow(new HashMap<>(), false);
  }

  Flow copy() {
    return new Flow(new HashMap<>(names), dead);
  }

  Bindings get(String name) {
    return names.getOrDefault(name, Bindings.UNBOUND);
  }

  void put(String name, Bindings bindings) {
    names.put(name, bindings);
  }

  void remove(String name) {
    names.remove(name);
  }

  /** Marks that nothing after this point runs, until the flow joins another. */
  void end() {
    dead = true;
  }

  boolean isDead() {
    return dead;
  }

  /** Adds what names may stand for as well. */
  void addAll(Map<String, Bindings> more) {
    more.forEach((name, bindings) -> put(name, get(name).join(bindings)));
  }

  /** The flow after two branches, of which this one comes first in the source. */
  Flow join(Flow that) {
    if (dead != that.dead) {
      return dead ? that : this;
    }
    Flow joined = copy();
    for (Map.Entry<String, Bindings> entry : that.names.entrySet()) {
      joined.put(entry.getKey(), get(entry.getKey()).join(entry.getValue()));
    }
    for (Map.Entry<String, Bindings> entry : names.entrySet()) {
      if (!that.names.containsKey(entry.getKey())) {
        joined.put(entry.getKey(), entry.getValue().join(Bindings.UNBOUND));
      }
    }
    return joined;
  }

  /** Whether joining another flow to this one would change nothing. */
  boolean includes(Flow that) {
    if (that.dead) {
      return true;
    }
    return that.names.entrySet().stream()
            .allMatch(entry -> get(entry.getKey()).includes(entry.getValue()))
        && names.entrySet().stream()
            .allMatch(
                entry -> that.names.containsKey(entry.getKey()) || entry.getValue().mayBeUnbound());
  }
}
