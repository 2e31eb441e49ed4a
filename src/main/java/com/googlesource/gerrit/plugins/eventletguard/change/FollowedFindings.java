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

package com.googlesource.gerrit.plugins.eventletguard.change;

import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the findings of one tree stand in another one, in the files that were asked about. */
public final class FollowedFindings {
  private final Set<String> changedPaths;
  private final Map<Location, Location> kept = new HashMap<>();

  /**
   * @param changedPaths the files of the old tree that differ in the new one
   * @param kept the findings of those files that stand in the new tree: old to new
   */
  FollowedFindings(Set<String> changedPaths, IdentityHashMap<Finding, Finding> kept) {
    this.changedPaths = Set.copyOf(changedPaths);
    kept.forEach((before, after) -> this.kept.put(Location.of(before), Location.of(after)));
  }

  /**
   * Where a finding of the old tree stands in the new one.
   *
   * @return empty when it is gone
   */
  public Optional<Location> find(Location before) {
    return changedPaths.contains(before.path())
        ? Optional.ofNullable(kept.get(before))
        : Optional.of(before);
  }
}
