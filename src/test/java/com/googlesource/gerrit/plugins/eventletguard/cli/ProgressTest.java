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

package com.googlesource.gerrit.plugins.eventletguard.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream drawn = new ByteArrayOutputStream();
  private long time;

  private Progress progress(boolean shown) {
    Progress progress =
        new Progress(
            new PrintStream(drawn, true, StandardCharsets.UTF_8), shown, "Scanning", () -> time);
    for (int i = 0; i < 4; i++) {
      progress.expect();
    }
    return progress;
  }

  private String text() {
    return drawn.toString(StandardCharsets.UTF_8);
  }

  @Test
  void shortWorkShowsNothing() {
    Progress progress = progress(true);
    progress.step();
    progress.end();

    assertThat(text()).isEmpty();
  }

  @Test
  void longWorkShowsHowMuchIsDone() {
    Progress progress = progress(true);
    time = 1_000_000_000L;
    progress.step();

    assertThat(text()).contains("Scanning [#######                       ] 1 of 4");
  }

  @Test
  void itLeavesNothingBehind() {
    Progress progress = progress(true);
    time = 1_000_000_000L;
    progress.step();
    progress.end();

    assertThat(text()).endsWith("\r\033[K");
  }

  @Test
  void itIsDrawnNoMoreOftenThanOneSees() {
    Progress progress = progress(true);
    time = 1_000_000_000L;
    progress.step();
    progress.step();

    assertThat(text()).doesNotContain("2 of 4");
  }

  @Test
  void nothingIsWrittenWhereNobodyLooks() {
    Progress progress = progress(false);
    time = 1_000_000_000L;
    progress.step();
    progress.end();

    assertThat(text()).isEmpty();
  }
}
