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
package com.googlesource.gerrit.plugins.eventletguard.gerrit.config;

import java.util.Optional;
import java.util.function.Function;

/** Whose value of a key holds for a project. */
final class Inheritance {
  /** On a project's page, the choice of leaving a key to the ancestors; never meant literally. */
  static final String INHERIT = "INHERIT";

  static final String ENABLED = "enabled";

  private Inheritance() {}

  /**
   * The nearest that sets a key; for {@value #ENABLED} any that enforces it comes first.
   *
   * @param tree a project, its parent, and so on up to the root
   * @param text what one of them sets the key to; null when it does not
   */
  static <P> Optional<P> owner(Iterable<P> tree, Function<P, String> text, String key) {
    P nearest = null;
    for (P project : tree) {
      String value = text.apply(project);
      if (value == null || value.strip().equalsIgnoreCase(INHERIT)) {
        continue;
      }
      if (key.equals(ENABLED) && value.strip().equalsIgnoreCase(Enablement.ENFORCED.word())) {
        return Optional.of(project);
      }
      if (nearest == null) {
        nearest = project;
      }
    }
    return Optional.ofNullable(nearest);
  }
}
