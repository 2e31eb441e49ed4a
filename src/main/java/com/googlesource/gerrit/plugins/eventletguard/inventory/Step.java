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

package com.googlesource.gerrit.plugins.eventletguard.inventory;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A step of a migration.
 *
 * @param title what to do
 * @param state how far it is
 * @param left the findings that go with it
 * @param evidence what in the tree tells the state, as a phrase
 */
public record Step(String title, State state, List<InventoriedFinding> left, String evidence) {
  public Step {
    requireNonNull(title, "title");
    requireNonNull(state, "state");
    left = List.copyOf(left);
    requireNonNull(evidence, "evidence");
  }
}
