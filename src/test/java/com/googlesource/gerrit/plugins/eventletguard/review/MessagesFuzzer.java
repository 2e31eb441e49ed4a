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

import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.nio.charset.StandardCharsets;

/** A finding whose symbol is any text, and a comment that is any text. */
public final class MessagesFuzzer {
  private static final int LIMIT = 4096;

  private MessagesFuzzer() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Heading.ruleId(text).ifPresent(ruleId -> assertThat(text).contains(ruleId));
    if (!text.isEmpty()) {
      Finding finding = Findings.error(Findings.PATH, 1, text);
      String comment = Messages.comment(finding, Documentation.NONE, FixOffer.NONE, LIMIT);
      assertThat(Heading.ruleId(comment)).hasValue(finding.rule().id());
      assertThat(comment.getBytes(StandardCharsets.UTF_8).length).isAtMost(LIMIT);
    }
  }
}
