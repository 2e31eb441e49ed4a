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

package com.googlesource.gerrit.plugins.eventletguard.review;

import java.util.Set;

/**
 * How the reviewer stands to the label that the settings name, on one change.
 *
 * @param permitted the values that it may give; 0 is always one of them
 * @param current its value now; 0 when it has not voted
 */
public record Ballot(Set<Integer> permitted, int current) {
  public Ballot {
    permitted = Set.copyOf(permitted);
  }

  boolean permits(int value) {
    return value == 0 || permitted.contains(value);
  }
}
