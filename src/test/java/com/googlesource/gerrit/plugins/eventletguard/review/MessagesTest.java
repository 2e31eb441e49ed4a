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

package com.googlesource.gerrit.plugins.eventletguard.review;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MessagesTest {
  private static final int LIMIT = 16_384;

  @Test
  void commentSaysWhatWhyWhatInsteadAndWhereToRead() {
    String text =
        Messages.comment(
            Findings.finding(
                "EVT110",
                Severity.ERROR,
                Findings.PATH,
                1,
                "eventlet.spawn",
                "It needs the Eventlet hub.",
                List.of("`threading.Thread`", "`ThreadPoolExecutor`")),
            LIMIT);

    assertThat(text)
        .isEqualTo(
            """
            EVT110 (error) Green thread: `eventlet.spawn`

            It needs the Eventlet hub.

            Use instead:

            - `threading.Thread`
            - `ThreadPoolExecutor`

            Guide: https://removal.eventlet.org/guide/migrating-to-threading/\
            """);
  }

  @Test
  void headingIsReadBack() {
    Finding finding = Findings.error(Findings.PATH, 1, "eventlet.spawn");

    assertThat(Heading.ruleId(Messages.comment(finding, LIMIT))).hasValue("EVT110");
  }

  @Test
  void headingOfHostileSymbolIsReadBack() {
    Finding finding = Findings.error(Findings.PATH, 1, "a`b\n\u0000" + "x\uD83D\uDC0D".repeat(500));

    assertThat(Heading.ruleId(Messages.comment(finding, LIMIT))).hasValue("EVT110");
  }

  @Test
  void whatPeopleWriteIsNoHeading() {
    assertThat(Heading.ruleId("EVT110 is wrong here, see `spawn`")).isEmpty();
    assertThat(Heading.ruleId("")).isEmpty();
  }

  @Test
  void longCommentIsCutToTheLimitBetweenCharacters() {
    String text =
        Messages.comment(
            Findings.finding(
                "EVT110",
                Severity.ERROR,
                Findings.PATH,
                1,
                "eventlet.spawn",
                "é".repeat(20_000),
                List.of()),
            LIMIT);

    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isAtMost(LIMIT);
    assertThat(text).endsWith("é…");
  }
}
