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
package com.googlesource.gerrit.plugins.eventletguard.policy;

import static com.google.common.truth.Truth.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SkipFooterTest {
  private static Optional<String> reason(String... lines) {
    return SkipFooter.reason(String.join("\n", lines) + "\n");
  }

  @Test
  void reasonFollowsTheWord() {
    assertThat(
            reason(
                "Add it",
                "",
                "A body.",
                "",
                "Eventlet-Guard: skip the driver of a vendor needs it",
                "Change-Id: I0123"))
        .hasValue("the driver of a vendor needs it");
  }

  @Test
  void spellingOfKeyAndWordDoesNotMatter() {
    assertThat(reason("Add it", "", "eventlet-guard: Skip: generated")).hasValue("generated");
  }

  @Test
  void missingReasonIsSaid() {
    assertThat(reason("Add it", "", "Eventlet-Guard: skip")).hasValue("(no reason given)");
  }

  @Test
  void lineInTheBodyIsNoFooter() {
    assertThat(reason("Add it", "", "Eventlet-Guard: skip it", "", "More.", "", "Change-Id: I0"))
        .isEmpty();
  }

  @Test
  void otherValuesAskForNothing() {
    assertThat(reason("Add it", "", "Eventlet-Guard: skipping is bad")).isEmpty();
    assertThat(reason("Add it", "", "Eventlet-Guard: do not skip")).isEmpty();
  }
}
