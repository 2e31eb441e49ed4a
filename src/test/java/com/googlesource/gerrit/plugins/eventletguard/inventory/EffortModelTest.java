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

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EffortModelTest {
  private static Effort effort(String path, String text) {
    return Trees.inventory(Map.of(path, text)).effort();
  }

  @Test
  void furtherFindingOfARuleInAFileCostsAPartOfTheFirst() {
    Effort effort = effort("a.py", "import eventlet\neventlet.sleep(1)\neventlet.sleep(2)\n");

    Effort.Line coroutines = effort.lines().get(1);
    assertThat(coroutines.title()).isEqualTo("coroutines");
    assertThat(coroutines.first()).isEqualTo(1);
    assertThat(coroutines.further()).isEqualTo(1);
    assertThat(effort.hours(coroutines).likely())
        .isEqualTo(coroutines.each().likely() * (1 + effort.repeated()));
  }

  @Test
  void findingOfSeveralTiersCostsWhatTheDearestDoes() {
    assertThat(effort("a.py", "import eventlet\neventlet.GreenPool()\n").lines().get(1).title())
        .isAnyOf("tasks", "subprocesses and threads");
  }

  @Test
  void patchingCostsMoreThanACall() {
    Effort patching = effort("a.py", "import eventlet\neventlet.monkey_patch()\n");
    Effort call = effort("a.py", "import eventlet\neventlet.sleep(1)\n");

    assertThat(patching.hours().likely()).isGreaterThan(call.hours().likely());
  }

  @Test
  void testCostsLessThanCode() {
    String uses = "import eventlet\neventlet.spawn(print)\n";

    assertThat(effort("tests/a.py", uses).hours().likely())
        .isLessThan(effort("a.py", uses).hours().likely());
  }

  @Test
  void likelyStandsBetweenLowAndHigh() {
    Effort.Hours hours = effort("a.py", "import eventlet\neventlet.spawn(print)\n").hours();

    assertThat(hours.low()).isLessThan(hours.likely());
    assertThat(hours.likely()).isLessThan(hours.high());
    assertThat(hours.inDays().likely()).isEqualTo(hours.likely() / 8);
  }

  @Test
  void mistakeInTheFileIsNamed() {
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> EffortModel.parse("[effort]\nrepeated = 0.5\n")))
        .hasMessageThat()
        .isEqualTo("effort.config: there is no [tier \"coroutines\"]");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () ->
                    EffortModel.parse(
                        "[effort]\nrepeated = 0.5\n[work \"a\"]\nlow = 2\nlikely = 1\nhigh = 3\n")))
        .hasMessageThat()
        .contains("hours are not in ascending order");
  }
}
