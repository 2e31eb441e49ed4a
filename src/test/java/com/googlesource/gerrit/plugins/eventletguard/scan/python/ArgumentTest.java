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

package com.googlesource.gerrit.plugins.eventletguard.scan.python;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.scan.BuiltInScanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of which a rule tells one argument from another. */
class ArgumentTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "hubs.use_hub('asyncio')|EVT141/hub",
        "hubs.use_hub('eventlet.hubs.asyncio')|EVT141/hub",
        "hubs.use_hub(mod='asyncio')|EVT141/hub",
        "hubs.use_hub('poll')|EVT140",
        "hubs.use_hub(name)|EVT140",
        "hubs.use_hub()|EVT140",
        "choose = hubs.use_hub|EVT140",
        "debug.hub_prevent_multiple_readers(False)|EVT150",
        "debug.hub_prevent_multiple_readers(state=False)|EVT150",
        "debug.hub_prevent_multiple_readers(True)|EVT150/on",
        "debug.hub_prevent_multiple_readers(flag)|EVT150",
        "debug.hub_prevent_multiple_readers(*flags)|EVT150",
        "debug.hub_prevent_multiple_readers(**flags)|EVT150",
        "debug.hub_prevent_multiple_readers()|EVT150/on",
        "prevent = debug.hub_prevent_multiple_readers|EVT151",
        "functools.partial(debug.hub_prevent_multiple_readers, False)|EVT151",
      })
  void argumentDecidesWhatIsSaid(String statement, String key) {
    assertThat(keyOfUse("from eventlet import debug, hubs\n\n" + statement + "\n")).isEqualTo(key);
  }

  private static String keyOfUse(String text) {
    return BuiltInScanner.findings("a.py", text).stream()
        .filter(finding -> finding.range().startLine() == 3)
        .map((Finding finding) -> finding.pattern().key())
        .findFirst()
        .orElseThrow();
  }
}
