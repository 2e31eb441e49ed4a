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

import com.googlesource.gerrit.plugins.eventletguard.scan.Surroundings;
import com.googlesource.gerrit.plugins.eventletguard.scan.Via;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReexportsTest {
  private static final Surroundings AROUND =
      new Surroundings(Set.of("patched"), List.of("load"), false, List.of());
  private static final Via VIA = new Via(List.of("nova/utils.py"), true, AROUND);
  private static final Export EXPORT = new Export("spawn", "eventlet.spawn", true, VIA);

  private static String digest(String module, Export export) {
    return new Reexports(Map.of(module, Map.of(export.name(), export))).digest();
  }

  private static Export offered(Surroundings around) {
    return new Export(
        EXPORT.name(), EXPORT.symbol(), true, new Via(VIA.modules(), VIA.certain(), around));
  }

  @Test
  void digestTellsWhateverDiffers() {
    List<String> digests =
        Stream.concat(
                Stream.of(digest("nova.compat", EXPORT)),
                Stream.of(
                        EXPORT,
                        new Export("go", "eventlet.spawn", true, VIA),
                        new Export("spawn", "eventlet.spawn_n", true, VIA),
                        new Export("spawn", "eventlet.spawn", false, VIA),
                        new Export(
                            "spawn",
                            "eventlet.spawn",
                            true,
                            new Via(List.of("nova/compat.py"), true, AROUND)),
                        new Export(
                            "spawn", "eventlet.spawn", true, new Via(VIA.modules(), false, AROUND)),
                        offered(Surroundings.NONE),
                        offered(new Surroundings(Set.of(), List.of("load"), false, List.of())),
                        offered(new Surroundings(Set.of("patched"), List.of(), false, List.of())),
                        offered(AROUND.whereImportMayFail()),
                        offered(AROUND.withMarks(List.of("# noqa"))))
                    .map(export -> digest("nova.utils", export)))
            .toList();

    assertThat(digests).containsNoDuplicates();
    assertThat(digests).doesNotContain("");
  }

  @Test
  void digestIsTheSameForWhatIsEqual() {
    assertThat(digest("nova.utils", offered(AROUND))).isEqualTo(digest("nova.utils", EXPORT));
  }

  @Test
  void nothingHasAnEmptyDigest() {
    assertThat(Reexports.NONE.digest()).isEmpty();
  }
}
