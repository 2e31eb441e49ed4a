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

package com.googlesource.gerrit.plugins.eventletguard.fuzz;

import com.googlesource.gerrit.plugins.eventletguard.change.ChangeFuzzer;
import com.googlesource.gerrit.plugins.eventletguard.policy.RulesFuzzer;
import com.googlesource.gerrit.plugins.eventletguard.review.MessagesFuzzer;
import com.googlesource.gerrit.plugins.eventletguard.scan.ScanFuzzer;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the fuzzer starts from, and what it once found, holds without it too. */
class SeedsTest {
  @Test
  void everyFileIsScanned() throws IOException {
    Seeds.of("Scan").forEach(ScanFuzzer::fuzzerTestOneInput);
  }

  @Test
  void everyChangeIsCompared() throws IOException {
    for (byte[] input : Seeds.of("Change")) {
      ChangeFuzzer.fuzzerTestOneInput(input);
    }
  }

  @Test
  void everyFileOfRulesIsRead() throws IOException {
    Seeds.of("Rules").forEach(RulesFuzzer::fuzzerTestOneInput);
  }

  @Test
  void everyCommentIsWrittenAndReadBack() throws IOException {
    Seeds.of("Messages").forEach(MessagesFuzzer::fuzzerTestOneInput);
  }
}
