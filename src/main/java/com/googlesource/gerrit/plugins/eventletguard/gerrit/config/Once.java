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

import java.util.LinkedHashSet;
import java.util.Set;

/** Remembers what the administrator has been told, so that a log says it once. */
public final class Once {
  /** More than a site has to complain about; then the oldest is forgotten. */
  private static final int LIMIT = 1000;

  private final Set<String> said = new LinkedHashSet<>();

  /** Whether something is to be said: true the first time. */
  public synchronized boolean first(String what) {
    if (!said.add(what)) {
      return false;
    }
    if (said.size() > LIMIT) {
      said.remove(said.iterator().next());
    }
    return true;
  }
}
