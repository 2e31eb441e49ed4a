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

import com.googlesource.gerrit.plugins.eventletguard.policy.Symbols;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import java.util.List;
import java.util.SortedMap;

/**
 * What stands in the way of two ends.
 *
 * @param requirements the places that require Eventlet
 * @param importers the files whose code needs it, so that the requirement has to stay, with their
 *     findings
 * @param asyncio what does not work on the asyncio hub: several readers of one socket, and a
 *     minimum of Eventlet that has no such hub
 */
public record Blockers(
    List<InventoriedFinding> requirements,
    SortedMap<String, Tally> importers,
    List<InventoriedFinding> asyncio) {
  private static final String EVENTLET = "eventlet";
  private static final String LOW_MINIMUM = "EVT401";

  /** The pattern about switching the protection off; another one is about switching it on. */
  private static final String MULTIPLE_READERS = "EVT150";

  public Blockers {
    requirements = List.copyOf(requirements);
    asyncio = List.copyOf(asyncio);
  }

  static Blockers of(Usages usages) {
    return new Blockers(
        usages.where(Blockers::isRequirement),
        Usages.tallies(
            usages.where(finding -> Symbols.needsEventlet(finding.finding())),
            finding -> finding.finding().path()),
        usages.where(Blockers::blocksAsyncio));
  }

  static boolean isRequirement(InventoriedFinding finding) {
    return finding.kind() == UsageKind.REQUIREMENT
        && finding.finding().usage().symbol().contains(EVENTLET)
        && !isLowMinimum(finding);
  }

  static boolean isLowMinimum(InventoriedFinding finding) {
    return finding.finding().rule().id().equals(LOW_MINIMUM);
  }

  private static boolean blocksAsyncio(InventoriedFinding finding) {
    return isLowMinimum(finding) || isMultipleReaders(finding);
  }

  /** Whether it lets several green threads read from one socket. */
  static boolean isMultipleReaders(InventoriedFinding finding) {
    return finding.finding().pattern().key().equals(MULTIPLE_READERS);
  }
}
