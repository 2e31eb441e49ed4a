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

package com.googlesource.gerrit.plugins.eventletguard.scan.modules;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When it is told by a few changed modules that those of a tree offer what they did before. */
class ReexportRoundsTest {
  private static final String FACADE = "swift/common/concurrency.py";
  private static final String USER = "swift/obj/server.py";
  private static final String OTHER = "swift/obj/client.py";

  /** A facade, and a module that passes on what it has from there. */
  private static ModuleTree swift() {
    return new ModuleTree()
        .withPackages("swift", "swift/common", "swift/obj")
        .with(FACADE, "from eventlet import sleep")
        .with(USER, "from swift.common.concurrency import sleep as nap");
  }

  private static boolean offersTheSame(ModuleTree after) {
    return after.offersLike(swift());
  }

  @Test
  void sameTreeOffersTheSame() {
    assertThat(offersTheSame(swift())).isTrue();
  }

  @Test
  void modulesThatOnlyUseNamesOfferNothing() {
    String[] lines = {"def f():", "    from swift.common import concurrency", "    import os"};

    assertThat(offersTheSame(swift().with(OTHER, lines))).isTrue();
    assertThat(swift().with(OTHER, "import os").offersLike(swift().with(OTHER, lines))).isTrue();
    assertThat(swift().offersLike(swift().with(OTHER, lines))).isTrue();
  }

  @Test
  void changeAroundTheNamesKeepsThem() {
    assertThat(offersTheSame(swift().with(FACADE, "import os", "from eventlet import sleep")))
        .isTrue();
    assertThat(
            offersTheSame(
                swift()
                    .with(USER, "import os", "from swift.common.concurrency import sleep as nap")))
        .isTrue();
  }

  @Test
  void anotherNameFromEventletIsNotTheSame() {
    assertThat(offersTheSame(swift().with(FACADE, "from eventlet import spawn"))).isFalse();
    assertThat(offersTheSame(swift().with(OTHER, "import eventlet"))).isFalse();
    assertThat(offersTheSame(swift().without(FACADE))).isFalse();
  }

  @Test
  void anotherNameFromAModuleIsNotTheSame() {
    String[] lines = {"from swift.obj.server import nap"};

    assertThat(offersTheSame(swift().with(USER, "from swift.common.concurrency import sleep")))
        .isFalse();
    assertThat(offersTheSame(swift().with(OTHER, lines))).isFalse();
    assertThat(swift().offersLike(swift().with(OTHER, lines))).isFalse();
    assertThat(offersTheSame(swift().without(USER))).isFalse();
  }

  @Test
  void packageThatRenamesAnOfferingModuleIsNotTheSame() {
    assertThat(offersTheSame(swift().without("swift/__init__.py"))).isFalse();
    assertThat(offersTheSame(swift().withPackages("swift/tests"))).isTrue();
  }

  @Test
  void onlyTheChangedModulesAreReadAgain() {
    ModuleTree after =
        swift().with(OTHER, "def f():", "    from ..common.concurrency import sleep");

    assertThat(after.offersLike(swift())).isTrue();
    assertThat(after.readAgainSoFar()).containsExactly(OTHER);
  }

  @Test
  void whatIsToldOfAnyTreeIsWhatIsFoundInIt() {
    Random random = new Random(20260101);
    int same = 0;
    for (int round = 0; round < 300; round++) {
      ModuleTree before = swift();
      ModuleTree after = swift();
      for (int i = 0; i < 6; i++) {
        String path = PATHS.get(random.nextInt(PATHS.size()));
        String line = LINES.get(random.nextInt(LINES.size()));
        before.with(path, line);
        after.with(path, random.nextInt(6) == 0 ? LINES.get(random.nextInt(LINES.size())) : line);
        if (random.nextInt(12) == 0) {
          after.without(path);
        }
      }
      if (after.offersLike(before)) {
        same++;
        assertWithMessage("round %s", round)
            .that(after.reexports().digest())
            .isEqualTo(before.reexports().digest());
      }
    }
    assertThat(same).isGreaterThan(50);
    assertThat(same).isLessThan(290);
  }

  private static final List<String> PATHS =
      List.of(
          FACADE,
          USER,
          OTHER,
          "swift/__init__.py",
          "swift/common/__init__.py",
          "swift/obj/__init__.py",
          "swift/common/utils.py",
          "swift/obj/replicator.py");

  private static final List<String> LINES =
      List.of(
          "import os",
          "import eventlet",
          "from eventlet import sleep",
          "from eventlet import spawn as sleep",
          "from swift.common.concurrency import *",
          "from swift.common.concurrency import sleep",
          "from swift.obj.server import nap",
          "from swift.obj import server, client",
          "from .utils import eventlet",
          "from ..common import concurrency as c; nap = c.sleep",
          "from swift.obj.client import sleep as nap");
}
