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

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What {@code explain} tells somebody who got a comment. */
class ExplainTest {
  @Test
  void ruleSaysWhyByWhenHowMuchAndWhatToDo() {
    assertThat(explain("EVT300").lines().toList())
        .containsAtLeast(
            "EVT300 heartbeat-in-pthread: The option heartbeat_in_pthread is used",
            "  By when: Deprecated in oslo.messaging 14.9.0 (2024.2), gone from",
            "  Severity by stage: error at every stage; warning in series before 2026.2",
            "  - nothing: remove the option; the heartbeat needs no setting",
            "  Fix: A mechanical edit takes it away, and does not change what the program",
            "Example, before:",
            "    heartbeat_in_pthread = true",
            "Example, after:")
        .inOrder();
  }

  @Test
  void ruleSaysHowToDisagree() {
    assertThat(explain("EVT110")).contains("`# noqa: EVT110`");
    assertThat(explain("EVT110")).contains(".eventlet-guard.config");
  }

  @Test
  void alternativeSaysWhatItIsLikeAndNeeds() {
    assertThat(unwrapped("EVT120"))
        .contains(
            "`futurist.DynamicThreadPoolExecutor`, which grows and shrinks with the load (sync,"
                + " preemptive, needs futurist 3.2.0 or newer)");
    assertThat(unwrapped("EVT111"))
        .contains(
            "`await asyncio.sleep(seconds)`, in coroutines (async, cooperative: callers become"
                + " async)");
  }

  @Test
  void keyOfAPatternExplainsItAlone() {
    assertThat(explain("evt110/spawn-after")).contains("eventlet.spawn_after");
    assertThat(explain("evt110/spawn-after")).doesNotContain("EVT110/spawn-n");
  }

  @Test
  void symbolIsExplainedInEachKindOfUsageTheUseFirst() {
    List<String> headings =
        explain("eventlet.spawn").lines().filter(line -> line.matches("EVT\\d{3} .*")).toList();

    assertThat(headings)
        .containsExactly(
            "EVT110 spawn: A green thread is started",
            "EVT100 eventlet: Eventlet is used directly",
            "EVT202 mock-string: A test patches Eventlet by name")
        .inOrder();
  }

  @Test
  void optionIsExplained() {
    assertThat(explain("heartbeat_in_pthread")).isEqualTo(explain("EVT300"));
  }

  @Test
  void lastPartOfANameIsEnough() {
    assertThat(explain("GreenPile")).contains("EVT120/green-pile");
    assertThat(explain("backdoor_port")).contains("EVT310");
  }

  @Test
  void linesFitATerminalUnlessTheyHoldAnAddressOrCode() {
    explain("EVT133")
        .lines()
        .filter(line -> !line.contains("https://"))
        .forEach(line -> assertThat(line.length()).isAtMost(80));
  }

  private static String unwrapped(String word) {
    return explain(word).replaceAll("\\s+", " ");
  }

  private static String explain(String word) {
    StringWriter out = new StringWriter();
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out));

    assertThat(command.execute("explain", word)).isEqualTo(0);

    return out.toString();
  }
}
