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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong: one sentence on standard error, nothing on standard output, status 2. */
class WrongInputTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "--nope",
        "scan",
        "scan ''",
        "scan FOLDER/nowhere",
        "scan --format nope FOLDER",
        "scan --format zuul FOLDER",
        "scan --fail-on nope FOLDER",
        "scan --stage nope FOLDER",
        "scan --series= FOLDER",
        "scan --config FOLDER FOLDER",
        "scan --color",
        "scan --color nope FOLDER",
        "scan --baseline FOLDER FOLDER",
        "scan --write-baseline FOLDER FOLDER",
        "scan --report text FOLDER",
        "scan --report text=FOLDER/nowhere/x FOLDER",
        "scan --format text --format json FOLDER",
        "diff --repo FOLDER HEAD",
        "diff --repo FOLDER/repository nope",
        "diff --repo FOLDER/repository HEAD~9",
        "diff --repo FOLDER/repository HEAD:a.py",
        "diff --repo FOLDER/repository --patch FOLDER",
        "diff --repo FOLDER/repository --patch FOLDER/nowhere",
        "diff --repo FOLDER/repository --change-message FOLDER HEAD HEAD",
        "diff --repo FOLDER/repository --max-comments -1 HEAD HEAD",
        "diff --no-index FOLDER",
        "diff --no-index FOLDER FOLDER/nowhere",
        "fix --diff --dry-run FOLDER",
        "inventory FOLDER/nowhere",
        "inventory --kind nope FOLDER",
        "inventory --history 0 FOLDER",
        "rules nope",
        "explain EVT999",
        "explain ''",
        "config FOLDER/nowhere",
        "completion nope",
        "help nope",
      })
  void isOneSentence(String line) throws Exception {
    GitFolder.init(folder.resolve("repository")).commit("a.py", "import os\n");

    Invocation outcome =
        Invocation.run(
            Arrays.stream(line.split(" ", -1))
                .map(word -> word.equals("''") ? "" : word.replace("FOLDER", folder.toString()))
                .toArray(String[]::new));

    assertThat(outcome.err().lines().toList()).hasSize(1);
    assertThat(outcome.err()).startsWith("eventlet-guard: ");
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(Files.exists(folder.resolve("nowhere"))).isFalse();
  }
}
