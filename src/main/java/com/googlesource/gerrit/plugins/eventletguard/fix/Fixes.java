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

package com.googlesource.gerrit.plugins.eventletguard.fix;

import com.googlesource.gerrit.plugins.eventletguard.change.Location;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The fixes of findings. Immutable. */
public final class Fixes {
  /** No finding has one. */
  public static final Fixes NONE = new Fixes(Map.of());

  private final Map<Location, Fix> fixes;

  Fixes(Map<Location, Fix> fixes) {
    this.fixes = Map.copyOf(fixes);
  }

  /** All of several. */
  public static Fixes union(Collection<Fixes> parts) {
    Map<Location, Fix> all = new HashMap<>();
    parts.forEach(part -> all.putAll(part.fixes));
    return new Fixes(all);
  }

  /** The fix of a finding, if there is a safe one. */
  public Optional<Fix> of(Finding finding) {
    return Optional.ofNullable(fixes.get(Location.of(finding)));
  }
}
