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

import java.util.Set;

/**
 * The rows that what a pattern finds has in the tables of correspondences of the community goal's
 * proposal.
 *
 * @param tiers its levels; empty when it means nothing outside of Eventlet, or is no Python
 * @param designPatterns the designs that it serves; empty when it serves any or none
 */
public record Correspondence(Set<Tier> tiers, Set<DesignPattern> designPatterns) {
  /** Has no row. */
  public static final Correspondence NONE = new Correspondence(Set.of(), Set.of());

  public Correspondence {
    tiers = Set.copyOf(tiers);
    designPatterns = Set.copyOf(designPatterns);
  }
}
