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

import com.googlesource.gerrit.plugins.eventletguard.change.CommitOrigin.Kind;
import com.googlesource.gerrit.plugins.eventletguard.change.CommitOrigin.Original;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CommitOriginTest {
  private static final String ONE = "1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d";
  private static final String OTHER = "ffffffffffffffffffffffffffffffffffffffff";

  /** A commit that people need not be able to read. */
  private static final Original RECORDED = new Original(Kind.REVERT, ONE, "change 11");

  private static List<Original> withRecorded(String message) {
    return CommitOrigin.of(message, List.of(RECORDED)).orElseThrow().originals();
  }

  private static List<Original> originals(String message) {
    return CommitOrigin.of(message).map(CommitOrigin::originals).orElse(List.of());
  }

  @Test
  void ordinaryMessageNamesNone() {
    assertThat(originals("Fix the pool\n\nUnlike the change that reverts commit " + ONE)).isEmpty();
  }

  @Test
  void revertOfGitIsKnown() {
    assertThat(originals("Revert \"Drop it\"\n\nThis reverts commit " + ONE + ".\n"))
        .containsExactly(Original.named(Kind.REVERT, ONE));
  }

  @Test
  void revertMayAbbreviateAndWrap() {
    assertThat(
            originals(
                "Reapply it\n\nThis reverts commit\n1A2B3C4 (Drop it, 2026-03-01), because.\n"))
        .containsExactly(Original.named(Kind.REVERT, "1a2b3c4"));
  }

  @Test
  void pickedCommitsAreKnownInTheirOrder() {
    assertThat(
            originals(
                "Fix\n\n(cherry picked from commit %s)\n(cherry picked from commit %s)\n"
                    .formatted(ONE, OTHER)))
        .containsExactly(Original.named(Kind.BACKPORT, ONE), Original.named(Kind.BACKPORT, OTHER))
        .inOrder();
  }

  @Test
  void backportOfARevertIsABackport() {
    CommitOrigin origin =
        CommitOrigin.of(
                "Revert\n\nThis reverts commit %s.\n\n(cherry picked from commit %s)\n"
                    .formatted(ONE, OTHER))
            .orElseThrow();

    assertThat(origin.kind()).isEqualTo(Kind.BACKPORT);
    assertThat(origin.originals()).hasSize(2);
  }

  @Test
  void whatTheServerRecordedNeedsNoMessage() {
    assertThat(withRecorded("Revert")).containsExactly(RECORDED);
  }

  @Test
  void whatTheMessageNamesAsWellIsCalledAsItSays() {
    assertThat(withRecorded("Revert\n\nThis reverts commit 1a2b3c4.\n"))
        .containsExactly(new Original(Kind.REVERT, ONE, "1a2b3c4"));
  }

  @Test
  void whatTheMessageNamesBesidesFollows() {
    assertThat(withRecorded("Revert\n\nThis reverts commit %s.\n".formatted(OTHER)))
        .containsExactly(RECORDED, Original.named(Kind.REVERT, OTHER))
        .inOrder();
  }

  @Test
  @Timeout(60)
  void messageOfEmptyLinesNamesNone() {
    assertThat(originals("\n".repeat(200_000) + "x")).isEmpty();
  }
}
