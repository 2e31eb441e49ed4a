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

class IniOptionScannerTest {
  private static final IniOptionScanner SCANNER =
      new IniOptionScanner(new OptionNames(RuleCatalog.builtIn()));

  @Test
  void rangeIsKeyAndValue() {
    assertThat(scan("[oslo_messaging_rabbit]\nheartbeat_in_pthread = true  \n"))
        .containsExactly("heartbeat_in_pthread @ 2:0-2:27 = heartbeat_in_pthread = true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "heartbeat_in_pthread=false",
        "heartbeat_in_pthread: true",
        "heartbeat_in_pthread =",
        "heartbeat_in_pthread = {{ value }}",
        "heartbeat_in_pthread = $other"
      })
  void anyValueIsASetting(String line) {
    assertThat(scan(line))
        .containsExactly("heartbeat_in_pthread @ 1:0-1:%d = %s".formatted(line.length(), line));
  }

  @Test
  void carriageReturnIsNotPartOfTheValue() {
    assertThat(scan("heartbeat_in_pthread = true\r\n"))
        .containsExactly("heartbeat_in_pthread @ 1:0-1:27 = heartbeat_in_pthread = true");
  }

  @Test
  void indentedLineAfterAnOptionContinuesIt() {
    assertThat(scan("other = 1\n  heartbeat_in_pthread = true\n")).isEmpty();
  }

  @Test
  void indentedLineThatContinuesNothingIsAnOption() {
    assertThat(scan("[a]\n  heartbeat_in_pthread = true\n"))
        .containsExactly("heartbeat_in_pthread @ 2:2-2:29 = heartbeat_in_pthread = true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#heartbeat_in_pthread = false",
        "# heartbeat_in_pthread=true",
        ";heartbeat_in_pthread = <None>"
      })
  void optionOfASampleThatIsCommentedOutHasItsOwnSymbol(String line) {
    assertThat(scan(line))
        .containsExactly("#heartbeat_in_pthread @ 1:0-1:%d = %s".formatted(line.length(), line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# heartbeat_in_pthread = true runs the heartbeat in a thread",
        "# Set heartbeat_in_pthread = true",
        "# heartbeat_in_pthread: see the manual",
        "# heartbeat_in_pthread",
        "other = heartbeat_in_pthread",
        "other = heartbeat_in_pthread = true",
        "my_heartbeat_in_pthread = true",
        "heartbeat_in_pthread_2 = true",
        "the heartbeat_in_pthread = option",
        "heartbeat_in_pthread",
        "[heartbeat_in_pthread]"
      })
  void mentionIsNothing(String line) {
    assertThat(scan(line)).isEmpty();
  }

  @Test
  void statementIsSectionAndKeyWithoutTheValue() {
    assertThat(
            UsageLines.statements(
                SCANNER,
                "a.conf",
                """
                [oslo_messaging_rabbit]
                #heartbeat_in_pthread = x
                heartbeat_in_pthread = true
                """))
        .containsExactly(
            "[oslo_messaging_rabbit] #heartbeat_in_pthread",
            "[oslo_messaging_rabbit] heartbeat_in_pthread")
        .inOrder();
  }

  @Test
  void sectionOfDevstackDoesNotHideTheNext() {
    assertThat(
            UsageLines.statements(
                SCANNER,
                "local.conf",
                """
                [[post-config|$NOVA_CONF]]
                [rabbit]
                heartbeat_in_pthread = true
                """))
        .containsExactly("[rabbit] heartbeat_in_pthread");
  }

  private static List<String> scan(String text) {
    return UsageLines.of(SCANNER, "a.conf", text);
  }
}
