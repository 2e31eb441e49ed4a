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

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What another version of a requirement of Eventlet introduces. */
class RequirementMinimumsTest {
  private final TestRepository repository = new TestRepository();

  @AfterEach
  void close() {
    repository.close();
  }

  private List<String> introduced(String path, String before, String after) throws Exception {
    return repository
        .diff(Map.of(path, before + "\n"), Map.of(path, after + "\n"))
        .introduced()
        .stream()
        .map(finding -> finding.usage().symbol())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "eventlet>=0.38.2 | eventlet>=0.36.1",
        "eventlet>=0.36.1 | eventlet==0.36.1",
        "eventlet>=0.36.1 | eventlet==0.30.0",
        "eventlet>=0.36.1 | eventlet",
        "eventlet>=0.33.0 | eventlet>=0.30.0",
        "eventlet>=0.33.0 | eventlet>=0.40.0",
        "eventlet!=0.32.0,>=0.33.0 | eventlet>=0.33.0,<0.35 # MIT"
      })
  void loweringOrPinningIntroducesNothing(String before, String after) throws Exception {
    assertThat(introduced("requirements.txt", before, after)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "eventlet>=0.36.1 | eventlet>=0.30.0",
        "eventlet | eventlet>=0.18.2,!=0.20.1",
        "eventlet | eventlet~=0.30.2",
        "eventlet | eventlet>0.30",
        "eventlet==0.36.1 | eventlet >= 0.9"
      })
  void newMinimumUnderWhatTheGoalAsksIsAFinding(String before, String after) throws Exception {
    assertThat(introduced("requirements.txt", before, after)).containsExactly("eventlet<0.35");
  }

  @Test
  void minimumOfPoetryIsOneToo() throws Exception {
    String head = "[tool.poetry.dependencies]\neventlet = ";

    assertThat(introduced("pyproject.toml", head + "'*'", head + "'^0.30'"))
        .containsExactly("eventlet<0.35");
  }
}
