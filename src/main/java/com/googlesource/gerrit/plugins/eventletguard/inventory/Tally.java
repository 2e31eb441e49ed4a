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

import java.util.Collection;

/**
 * How many findings there are of each standing.
 *
 * @param open outside of tests, with nothing that makes them legitimate
 * @param guarded outside of tests, in code for the Eventlet mode
 * @param tests in tests
 * @param silenced outside of tests, silenced by something else than a guard
 */
public record Tally(int open, int guarded, int tests, int silenced) {
  /** No findings. */
  public static final Tally NONE = new Tally(0, 0, 0, 0);

  /** The tally of some findings. */
  public static Tally of(Collection<InventoriedFinding> findings) {
    return new Tally(
        count(findings, Standing.OPEN),
        count(findings, Standing.GUARDED),
        count(findings, Standing.TEST),
        count(findings, Standing.SILENCED));
  }

  private static int count(Collection<InventoriedFinding> findings, Standing standing) {
    return (int) findings.stream().filter(finding -> finding.standing() == standing).count();
  }

  /** All of them. */
  public int total() {
    return open + guarded + tests + silenced;
  }

  /** Both tallies together. */
  public Tally plus(Tally other) {
    return new Tally(
        open + other.open, guarded + other.guarded, tests + other.tests, silenced + other.silenced);
  }
}
