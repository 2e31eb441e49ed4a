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

import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.SymbolRoots;
import java.util.List;
import java.util.Set;

/** The Python symbols that depend on Eventlet or go away with it. */
public final class EventletSymbols {
  /** With all that is in them; {@code *} stands for the rest of a name. */
  public static final SymbolRoots ROOTS =
      new SymbolRoots(
          List.of(
              "eventlet",
              "greenlet",
              "oslo_utils.eventletutils",
              "futurist.Green*",
              "oslo_service.wsgi",
              "oslo_service.eventlet_backdoor",
              "oslo_service.backend.eventlet",
              "oslo_service.backend._eventlet",
              "oslo_service.backend.BackendType.EVENTLET"));

  /** Every file that names one of the roots holds the words of one of these sets. */
  static final List<Set<String>> TRIGGERS =
      List.of(
          Set.of("eventlet"),
          Set.of("greenlet"),
          Set.of("futurist", "Green"),
          Set.of("oslo_service", "wsgi"),
          Set.of("oslo_service", "EVENTLET"));

  private EventletSymbols() {}
}
