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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One block of code while its statements are passed, and afterwards for the functions inside it,
 * which see its names as they finally are.
 */
final class Frame {
  /** A loop whose body is being passed: the flows that leave its body early. */
  static final class Loop {
    private Optional<Flow> breaks = Optional.empty();
    private Optional<Flow> continues = Optional.empty();

    void addBreak(Flow flow) {
      breaks = Optional.of(breaks.map(before -> before.join(flow)).orElse(flow));
    }

    void addContinue(Flow flow) {
      continues = Optional.of(continues.map(before -> before.join(flow)).orElse(flow));
    }

    Optional<Flow> breaks() {
      return breaks;
    }

    Optional<Flow> continues() {
      return continues;
    }
  }

  private final Scope scope;
  private final Optional<Frame> parent;
  private final Deque<Loop> loops = new ArrayDeque<>();
  private final List<Map<String, Bindings>> recorders = new ArrayList<>();
  private final Map<String, Bindings> everBound = new HashMap<>();
  private Optional<Flow> returns = Optional.empty();
  private Flow flow = Flow.empty();

  Frame(Scope scope, Optional<Frame> parent) {
    this.scope = scope;
    this.parent = parent;
  }

  Scope scope() {
    return scope;
  }

  Optional<Frame> parent() {
    return parent;
  }

  Flow flow() {
    return flow;
  }

  void setFlow(Flow flow) {
    this.flow = flow;
  }

  Deque<Loop> loops() {
    return loops;
  }

  void bind(String name, Bindings bindings) {
    flow.put(name, bindings);
    everBound.merge(name, bindings, Bindings::join);
    for (Map<String, Bindings> recorder : recorders) {
      recorder.merge(name, bindings, Bindings::join);
    }
  }

  void unbind(String name) {
    flow.remove(name);
  }

  /** Runs a part of the block and tells which names it bound to what, wherever in it. */
  Map<String, Bindings> record(Runnable part) {
    Map<String, Bindings> recorder = new HashMap<>();
    recorders.add(recorder);
    part.run();
    recorders.removeLast();
    return recorder;
  }

  void addReturn() {
    Flow copy = flow.copy();
    returns = Optional.of(returns.map(before -> before.join(copy)).orElse(copy));
  }

  /** Makes the flow what the functions inside the block see: that of every way out of it. */
  void finish() {
    Flow end = returns.map(before -> before.join(flow)).orElse(flow);
    if (end.isDead() && returns.isEmpty()) {
      // The block never ends by itself, so whatever it ever binds may be seen.
      end = Flow.empty();
      end.addAll(everBound);
    }
    flow = end;
  }
}
