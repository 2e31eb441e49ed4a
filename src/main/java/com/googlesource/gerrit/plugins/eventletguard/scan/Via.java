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

package com.googlesource.gerrit.plugins.eventletguard.scan;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * The way of a name to what it stands for, where modules of the same tree hand it on.
 *
 * @param modules the paths of the modules, the one that is imported first
 * @param certain whether the name can stand for nothing else, {@code None} aside
 * @param offered what around the bindings in those modules may make them legitimate, all of it
 *     together; without marks
 */
public record Via(List<String> modules, boolean certain, Surroundings offered) {
  public Via {
    modules = List.copyOf(modules);
    requireNonNull(offered, "offered");
  }

  /** The way that goes on from the last of these modules. */
  public Via and(Via further) {
    List<String> all = new ArrayList<>(modules);
    all.addAll(further.modules);
    return new Via(all, certain && further.certain, offered.and(further.offered));
  }
}
