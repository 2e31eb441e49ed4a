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

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FollowedFindingsTest {
  private static final String FILE = "nova/worker.py";
  private static final String OTHER = "nova/agent.py";
  private static final String TWO_SPAWNS =
      """
      import eventlet

      def run(jobs):
          eventlet.spawn_n(jobs.first)
          eventlet.spawn_n(jobs.second)
      """;

  private final TestRepository repository = new TestRepository();

  @AfterEach
  void close() {
    repository.close();
  }

  @Test
  void findingOfUntouchedFileStandsWhereItStood() throws Exception {
    assertThat(lines(Map.of(FILE, TWO_SPAWNS), Map.of(FILE, TWO_SPAWNS, OTHER, "x = 1\n")))
        .containsExactly(1, 4, 5)
        .inOrder();
  }

  @Test
  void findingMovesWithItsLine() throws Exception {
    assertThat(lines(Map.of(FILE, TWO_SPAWNS), Map.of(FILE, "# A worker.\n" + TWO_SPAWNS)))
        .containsExactly(2, 5, 6)
        .inOrder();
  }

  @Test
  void findingWhoseLineIsTakenOutIsGone() throws Exception {
    String onlySecond = TWO_SPAWNS.replace("    eventlet.spawn_n(jobs.first)\n", "");

    assertThat(lines(Map.of(FILE, TWO_SPAWNS), Map.of(FILE, onlySecond)))
        .containsExactly(1, 0, 4)
        .inOrder();
  }

  @Test
  void editedStatementIsTheSameFinding() throws Exception {
    String edited = TWO_SPAWNS.replace("jobs.second)", "jobs.second, timeout=3)");

    assertThat(lines(Map.of(FILE, TWO_SPAWNS), Map.of(FILE, edited)))
        .containsExactly(1, 4, 5)
        .inOrder();
  }

  @Test
  void findingFollowsItsFileToAnotherName() throws Exception {
    assertThat(lines(Map.of(FILE, TWO_SPAWNS), Map.of(OTHER, "# Renamed.\n" + TWO_SPAWNS)))
        .containsExactly(2, 5, 6)
        .inOrder();
  }

  @Test
  void findingOfDeletedFileIsGone() throws Exception {
    assertThat(lines(Map.of(FILE, TWO_SPAWNS), Map.of(OTHER, "x = 1\n")))
        .containsExactly(0, 0, 0)
        .inOrder();
  }

  /** The lines on which the findings of the old files stand in the new ones; 0 for gone. */
  private List<Integer> lines(Map<String, String> before, Map<String, String> after)
      throws IOException {
    FollowedFindings followed =
        repository.follow(repository.tree(before), repository.tree(after), Set.of(FILE, OTHER));
    return repository.diff(Map.of(), before).introduced().stream()
        .map(finding -> followed.find(Location.of(finding)))
        .map(location -> location.map(found -> found.range().startLine()).orElse(0))
        .toList();
  }
}
