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

package com.googlesource.gerrit.plugins.eventletguard.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one name of what several names stand for: {@code eventlet.spawn} is {@code
 * eventlet.greenthread.spawn}. Rules are matched by canonical names, so that a rule needs to name a
 * thing once and code may spell it as it likes.
 */
public final class SymbolNames {
  private static final String EVENTLET = "eventlet.";

  /** Before {@code oslo.service} 4.3.0 the module had no underscore. */
  private static final String PRIVATE_BACKEND = "oslo_service.backend._eventlet";

  private static final String BACKEND = "oslo_service.backend.eventlet";

  /** The module that defines what Eventlet's package offers under its own name. */
  private static final Map<String, String> HOME = home();

  private SymbolNames() {}

  /**
   * The canonical form of a symbol.
   *
   * @param symbol a dotted name, or any other symbol, which is its own canonical form
   */
  public static String canonical(String symbol) {
    if (symbol.startsWith(EVENTLET)) {
      int end = symbol.indexOf('.', EVENTLET.length());
      String name = symbol.substring(EVENTLET.length(), end < 0 ? symbol.length() : end);
      String module = HOME.get(name);
      return module == null
          ? symbol
          : EVENTLET + module + '.' + symbol.substring(EVENTLET.length());
    }
    if (symbol.startsWith(PRIVATE_BACKEND)
        && (symbol.length() == PRIVATE_BACKEND.length()
            || symbol.charAt(PRIVATE_BACKEND.length()) == '.')) {
      return BACKEND + symbol.substring(PRIVATE_BACKEND.length());
    }
    return symbol;
  }

  /**
   * The name under which Eventlet's package offers what a canonical symbol names: {@code
   * eventlet.spawn} for {@code eventlet.greenthread.spawn}.
   *
   * @return empty when the package does not offer it
   */
  public static Optional<String> shortName(String canonical) {
    String name = canonical.substring(canonical.lastIndexOf('.') + 1);
    String candidate = EVENTLET + name;
    return Optional.of(candidate)
        .filter(one -> !one.equals(canonical) && canonical(one).equals(canonical));
  }

  private static Map<String, String> home() {
    Map<String, List<String>> namesOfModule =
        Map.of(
            "convenience", List.of("connect", "listen", "serve", "StopServe", "wrap_ssl"),
            "event", List.of("Event"),
            "greenpool", List.of("GreenPool", "GreenPile"),
            "greenthread",
                List.of(
                    "sleep",
                    "spawn",
                    "spawn_n",
                    "spawn_after",
                    "kill",
                    "exc_after",
                    "call_after_global",
                    "getcurrent"),
            "patcher", List.of("import_patched", "monkey_patch"),
            "queue", List.of("Queue"),
            "semaphore", List.of("Semaphore", "CappedSemaphore", "BoundedSemaphore"),
            "timeout", List.of("Timeout", "with_timeout", "is_timeout", "wrap_is_timeout"));
    Map<String, String> home = new HashMap<>();
    namesOfModule.forEach((module, names) -> names.forEach(name -> home.put(name, module)));
    return Map.copyOf(home);
  }
}
