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
import org.junit.jupiter.params.provider.ValueSource;

class YamlOptionScannerTest {
  private static final YamlOptionScanner SCANNER =
      new YamlOptionScanner(new OptionNames(RuleCatalog.builtIn()));

  @Test
  void keyOfAMappingIsFoundWithItsValue() {
    assertThat(
            scan(
                """
                conf:
                  nova:
                    oslo_messaging_rabbit:
                      heartbeat_in_pthread: true  # note
                """))
        .containsExactly("heartbeat_in_pthread @ 4:6-4:32 = heartbeat_in_pthread: true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "heartbeat_in_pthread: 'yes'",
        "\"heartbeat_in_pthread\": true",
        "oslo_messaging_rabbit/heartbeat_in_pthread: true",
        "oslo_messaging_rabbit.heartbeat_in_pthread: false",
        "heartbeat_in_pthread: \"{{ x }}\""
      })
  void spellingOfTheKeyIsFound(String line) {
    assertThat(scan(line))
        .containsExactly("heartbeat_in_pthread @ 1:0-1:%d = %s".formatted(line.length(), line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "~", "Null", "  # unset", ""})
  void nullSetsNothing(String value) {
    assertThat(scan("rabbit:\n  heartbeat_in_pthread: %s\n".formatted(value))).isEmpty();
  }

  @Test
  void quotedNullIsAValue() {
    assertThat(scan("heartbeat_in_pthread: 'null'\n"))
        .containsExactly("heartbeat_in_pthread @ 1:0-1:28 = heartbeat_in_pthread: 'null'");
  }

  @Test
  void keyWithoutAScalarIsFoundAlone() {
    assertThat(scan("oslo_messaging_rabbit/heartbeat_in_pthread:\n  value: true\n"))
        .containsExactly(
            "heartbeat_in_pthread @ 1:0-1:42 = oslo_messaging_rabbit/heartbeat_in_pthread");
  }

  @Test
  void flowMappingIsRead() {
    assertThat(scan("rabbit: {heartbeat_in_pthread: true, other: 1}\n"))
        .containsExactly("heartbeat_in_pthread @ 1:9-1:35 = heartbeat_in_pthread: true");
  }

  @Test
  void charactersOutsideTheBasicPlaneCountTwice() {
    assertThat(scan("a: 😀\n---\n{😀: 1, heartbeat_in_pthread: true}\n"))
        .containsExactly("heartbeat_in_pthread @ 3:8-3:34 = heartbeat_in_pthread: true");
  }

  @Test
  void configurationInABlockIsRead() {
    assertThat(
            scan(
                """
                config: |
                  [oslo_messaging_rabbit]
                  heartbeat_in_pthread = true
                  other = 1
                    heartbeat_in_pthread = continued
                  #heartbeat_in_pthread = false
                next: 1
                """))
        .containsExactly(
            "heartbeat_in_pthread @ 3:2-3:29 = heartbeat_in_pthread = true",
            "#heartbeat_in_pthread @ 6:2-6:31 = #heartbeat_in_pthread = false")
        .inOrder();
  }

  @Test
  void sectionInsideABlockIsPartOfTheStatement() {
    assertThat(
            UsageLines.statements(
                SCANNER, "a.yaml", "c: |\n  [rabbit]\n  heartbeat_in_pthread = true\n"))
        .containsExactly("[rabbit] heartbeat_in_pthread");
  }

  @Test
  void keyAboveIsTheSectionOfTheStatement() {
    assertThat(UsageLines.statements(SCANNER, "a.yaml", "rabbit:\n  heartbeat_in_pthread: true\n"))
        .containsExactly("[rabbit] heartbeat_in_pthread");
  }

  @Test
  void taskThatSetsTheOptionIsFound() {
    assertThat(
            scan(
                """
                - ini_file:
                    path: /etc/nova/nova.conf
                    section: oslo_messaging_rabbit
                    option: heartbeat_in_pthread
                    value: true
                """))
        .containsExactly("heartbeat_in_pthread @ 4:4-4:32 = option: heartbeat_in_pthread");
  }

  @Test
  void taskThatRemovesTheOptionIsNothing() {
    assertThat(scan("- ini_file: {option: heartbeat_in_pthread, state: absent}\n")).isEmpty();
  }

  @Test
  void anchorIsReadOnceAndItsAliasNotAtAll() {
    assertThat(scan("a: &x {heartbeat_in_pthread: true}\nb: *x\nc: {<<: *x}\n"))
        .containsExactly("heartbeat_in_pthread @ 1:7-1:33 = heartbeat_in_pthread: true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# heartbeat_in_pthread: true\na: 1\n",
        "a: heartbeat_in_pthread\n",
        "a: 'heartbeat_in_pthread: true'\n",
        "- heartbeat_in_pthread\n",
        "description: |\n  The option heartbeat_in_pthread = true is gone.\n",
        "my_heartbeat_in_pthread: true\n"
      })
  void mentionIsNothing(String text) {
    assertThat(scan(text)).isEmpty();
  }

  @Test
  void templateThatIsNoYamlIsReadByLines() {
    assertThat(
            scan(
                """
                {{- if .Values.x }}
                rabbit:
                  heartbeat_in_pthread: {{ .Values.y }}
                  # heartbeat_in_pthread: true
                {{- end }}
                """))
        .containsExactly("heartbeat_in_pthread @ 3:2-3:39 = heartbeat_in_pthread: {{ .Values.y }}");
  }

  @Test
  void manyAliasesTakeNoTime() {
    StringBuilder text = new StringBuilder("a0: &a0 {heartbeat_in_pthread: true}\n");
    for (int i = 1; i < 60; i++) {
      text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertThat(scan(text.toString())).hasSize(1);
  }

  @Test
  void listIsAValueAsTheFileThatIsMadeOfItSpellsIt() {
    assertThat(
            scan(
                """
                default_log_levels:
                  - amqp=WARN
                  - eventlet.wsgi.server=WARN
                other:
                  default_log_levels: [amqp=WARN, stevedore=WARN]
                """))
        .containsExactly(
            "default_log_levels=amqp=WARN,eventlet.wsgi.server=WARN @ 1:0-1:18 ="
                + " default_log_levels");
  }

  @ParameterizedTest
  @ValueSource(strings = {"task_executor: [eventlet]", "task_executor:\n    - eventlet"})
  void listOfOneIsItsItem(String entry) {
    assertThat(scan("task:\n  " + entry + "\n").getFirst())
        .startsWith("task/task_executor=eventlet @ 2:2-2:15");
  }

  private static List<String> scan(String text) {
    return UsageLines.of(SCANNER, "a.yaml", text);
  }
}
