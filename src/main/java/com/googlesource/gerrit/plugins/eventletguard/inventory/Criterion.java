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

import com.googlesource.gerrit.plugins.eventletguard.policy.Series;
import com.googlesource.gerrit.plugins.eventletguard.policy.SeriesCalendar;
import java.util.List;

/**
 * What the community goal asks of a project by a series.
 *
 * @param series when
 * @param title what
 * @param state whether it is met
 * @param left how many findings are in the way; 0 where none is but something else is missing
 * @param evidence what in the tree tells the state, as a phrase; empty where the number does
 */
public record Criterion(Series series, String title, State state, int left, String evidence) {

  /** The three that a single project can meet, in their order. */
  static List<Criterion> of(Deliverable deliverable, Usages usages) {
    SeriesCalendar calendar = SeriesCalendar.builtIn();
    int breaking = usages.where(InventoriedFinding::breaksNativeThreads).size();
    int depending = usages.where(InventoriedFinding::dependsOnEventlet).size();
    return List.of(
        counted(calendar.support(), "runs without Eventlet", breaking),
        deprecation(deliverable, usages),
        counted(calendar.retirement(), "no longer knows Eventlet", depending));
  }

  private static Criterion counted(Series series, String title, int left) {
    return new Criterion(series, title, left == 0 ? State.DONE : State.LEFT, left, "");
  }

  /** Whether a note covers all that is left, only a person can tell. */
  static Criterion deprecation(Deliverable deliverable, Usages usages) {
    Series series = SeriesCalendar.builtIn().deprecation();
    String title = "deprecates running on Eventlet";
    if (usages.findings().stream().noneMatch(InventoriedFinding::dependsOnEventlet)) {
      return new Criterion(series, title, State.DONE, 0, "nothing is left to deprecate");
    }
    return deliverable
        .deprecation()
        .map(
            path -> new Criterion(series, title, State.UNKNOWN, 0, path + " deprecates some of it"))
        .orElseGet(() -> new Criterion(series, title, State.LEFT, 0, "no release note says so"));
  }
}
