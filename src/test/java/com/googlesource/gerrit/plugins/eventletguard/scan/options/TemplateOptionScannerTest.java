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

package com.googlesource.gerrit.plugins.eventletguard.scan.options;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.UsageLines;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateOptionScannerTest {
  private static final TemplateOptionScanner SCANNER =
      new TemplateOptionScanner(new OptionNames(RuleCatalog.builtIn()));

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '~',
      value = {
        "heartbeat_in_pthread = {{ x | bool }} ~ heartbeat_in_pthread = {{ x | bool }}",
        "{% if a %}heartbeat_in_pthread = true{% endif %} ~ heartbeat_in_pthread = true",
        "{# why #}heartbeat_in_pthread = true ~ heartbeat_in_pthread = true",
        "  heartbeat_in_pthread: {{ x }}  # note ~ heartbeat_in_pthread: {{ x }}",
        "- heartbeat_in_pthread: true ~ heartbeat_in_pthread: true",
        "\"heartbeat_in_pthread\": true, ~ \"heartbeat_in_pthread\": true",
        "rabbit/heartbeat_in_pthread: true ~ rabbit/heartbeat_in_pthread: true"
      })
  void lineThatBecomesAnOptionIsFound(String line, String found) {
    assertThat(scan(line).get(0)).endsWith(" = " + found);
  }

  @Test
  void lineInsideAControlStructureIsFoundAtItsPlace() {
    assertThat(scan("a = 1\n{% if x %}\n  heartbeat_in_pthread = true\n{% endif %}\n"))
        .containsExactly("heartbeat_in_pthread @ 3:2-3:29 = heartbeat_in_pthread = true");
  }

  @Test
  void commentOfTheTemplateIsNothing() {
    assertThat(scan("{#\nheartbeat_in_pthread = true\n#}\n")).isEmpty();
  }

  @Test
  void conditionIsNothing() {
    assertThat(scan("{% if heartbeat_in_pthread == true %}\n")).isEmpty();
  }

  @Test
  void structureThatNeverEndsIsText() {
    assertThat(scan("{% x\nheartbeat_in_pthread = true\n")).hasSize(1);
  }

  private static List<String> scan(String text) {
    return UsageLines.of(SCANNER, "nova.conf.j2", text);
  }
}
