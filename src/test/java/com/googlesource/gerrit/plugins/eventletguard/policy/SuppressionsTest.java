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

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionsTest {
  private static final BranchPolicy POLICY =
      new BranchPolicy(BranchSettings.DEFAULT, Stage.EVENTLET, Scans.SERIES);

  private static List<String> python(String... lines) {
    return Scans.judged(POLICY, "nova/utils.py", lines);
  }

  @Test
  void codeOfTheRuleSilencesIt() {
    assertThat(python("import eventlet  # noqa: EVT100")).containsExactly("1 eventlet suppression");
  }

  @Test
  void codesMayBeListedWithOthers() {
    assertThat(python("import eventlet  # NOQA:E402,evt100 F401"))
        .containsExactly("1 eventlet suppression");
  }

  @Test
  void beginningOfCodesStandsForAll() {
    assertThat(python("import eventlet  # noqa: EVT1")).containsExactly("1 eventlet suppression");
  }

  @Test
  void otherCodeSilencesNothing() {
    assertThat(python("import eventlet  # noqa: E402")).containsExactly("1 eventlet warning");
  }

  @Test
  void codesOfOtherCheckersSilenceWhatTheyForbid() {
    assertThat(
            python(
                "import eventlet  # noqa: H905",
                "from eventlet import event  # noqa: N535",
                "eventlet.spawn(f)  # noqa: N340",
                "eventlet.sleep(1)  # noqa: N373"))
        .containsExactly(
            "1 eventlet suppression",
            "2 eventlet.event suppression",
            "3 eventlet.spawn suppression",
            "4 eventlet.sleep suppression");
  }

  @Test
  void codeOfAnImportCheckerSilencesNoUse() {
    assertThat(python("import eventlet", "eventlet.spawn(f)  # noqa: H905"))
        .containsExactly("1 eventlet warning", "2 eventlet.spawn warning");
  }

  @Test
  void bareNoqaSilencesImports() {
    assertThat(python("import eventlet  # noqa")).containsExactly("1 eventlet suppression");
  }

  @Test
  void bareNoqaNeverSilencesMonkeyPatching() {
    assertThat(python("import eventlet", "eventlet.monkey_patch()  # noqa"))
        .contains("2 eventlet.monkey_patch warning");
  }

  @Test
  void codeSilencesMonkeyPatching() {
    assertThat(python("import eventlet", "eventlet.monkey_patch()  # noqa: EVT101"))
        .contains("2 eventlet.monkey_patch suppression");
  }

  @Test
  void commentStandsOnAnyLineOfTheStatement() {
    assertThat(python("from eventlet import (", "    event,", "    queue,", ")  # noqa: EVT100"))
        .containsExactly("2 eventlet.event suppression", "3 eventlet.queue suppression");
  }

  @Test
  void commentInABodyIsNotItsHeaders() {
    assertThat(python("import eventlet", "with eventlet.Timeout(3):", "    work()  # noqa: EVT"))
        .contains("2 eventlet.Timeout warning");
  }

  @Test
  void stringIsNoComment() {
    assertThat(python("import eventlet", "eventlet.spawn('# noqa: EVT110')"))
        .contains("2 eventlet.spawn warning");
  }

  @Test
  void markWithAReasonSilencesInPython() {
    Judgement judgement =
        POLICY
            .judge(
                Scans.findings(
                    "nova/utils.py", "import eventlet  # eventlet-guard: ignore[EVT100] Boots."))
            .getFirst();

    assertThat(judgement.silence().orElseThrow().reason())
        .isEqualTo("A comment ignores EVT100: Boots.");
  }

  @Test
  void markStandsAboveTheStatement() {
    assertThat(python("# eventlet-guard: ignore[EVT100] Boots.", "import eventlet"))
        .containsExactly("2 eventlet suppression");
  }

  @Test
  void markForAnotherRuleSilencesNothing() {
    assertThat(python("import eventlet  # eventlet-guard: ignore[EVT110]"))
        .containsExactly("1 eventlet warning");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "etc/nova.conf | ; eventlet-guard: ignore[EVT300] Old brokers.",
        "etc/nova.conf | # eventlet-guard: ignore[EVT300]",
        "nova.yaml | # eventlet-guard: ignore[EVT300]"
      })
  void markStandsInACommentOfTheFile(String path, String comment) {
    String[] lines =
        path.endsWith("yaml")
            ? new String[] {
              "oslo_messaging_rabbit:", "  " + comment, "  heartbeat_in_pthread: true"
            }
            : new String[] {"[oslo_messaging_rabbit]", comment, "heartbeat_in_pthread = true"};

    assertThat(Scans.judged(POLICY, path, lines))
        .containsExactly("3 heartbeat_in_pthread suppression");
  }

  @Test
  void markStandsBehindARequirement() {
    assertThat(
            Scans.judged(
                POLICY,
                "requirements.txt",
                "eventlet>=0.36.1 # MIT, eventlet-guard: no",
                "greenlet # eventlet-guard: ignore[EVT400, EVT4] SQLAlchemy's"))
        .containsExactly("1 eventlet warning", "2 greenlet suppression");
  }
}
