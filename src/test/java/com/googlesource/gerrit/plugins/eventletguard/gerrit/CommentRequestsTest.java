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

package com.googlesource.gerrit.plugins.eventletguard.gerrit;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class CommentRequestsTest {
  @Test
  void lineOfItsOwnAsksForScan() {
    assertThat(CommentRequests.asksForScan("Patch Set 2:\n\neventlet-guard: scan")).isTrue();
    assertThat(CommentRequests.asksForScan("Patch Set 2:\n\nThanks!\n eventlet-guard:scan \n"))
        .isTrue();
  }

  @Test
  void recheckAsksOthers() {
    assertThat(CommentRequests.asksForScan("Patch Set 2:\n\nrecheck")).isFalse();
  }

  @Test
  void quotationAsksForNothing() {
    assertThat(CommentRequests.asksForScan("Patch Set 2:\n\n> eventlet-guard: scan")).isFalse();
  }

  @Test
  void sentenceAboutItAsksForNothing() {
    assertThat(CommentRequests.asksForScan("Patch Set 2:\n\nWrite eventlet-guard: scan here"))
        .isFalse();
  }

  @Test
  void inlineCommentsAreToldByTheServersCount() {
    assertThat(CommentRequests.hasInlineComments("Patch Set 2:\n\n(1 comment)")).isTrue();
    assertThat(CommentRequests.hasInlineComments("Patch Set 2: Code-Review+1\n\n(12 comments)"))
        .isTrue();
    assertThat(CommentRequests.hasInlineComments("Patch Set 2: Code-Review+1")).isFalse();
  }
}
