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

package com.googlesource.gerrit.plugins.eventletguard.e2e;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritProject;
import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reverts, backports, and the footer that skips the check, in a real review. */
final class CommitMessageIT {
  private static final String LABEL = "Eventlet-Free";
  private static final String PATH = "service/worker.py";
  private static final String WITHOUT = "import time\n";
  private static final String WITH = "import eventlet\n\neventlet.spawn(print)\n";

  @RegisterExtension static final GerritServer GERRIT = GerritServer.shared();

  private GerritProject project;
  private GitClone clone;

  @BeforeEach
  void makeProject(TestInfo test) throws Exception {
    project = GERRIT.newProject(test);
    project.defineLabel(LABEL);
    project.allowServiceUsersToVote(LABEL, -1, 0);
    project.configurePlugin(Map.of("enabled", "true", "label", LABEL), GERRIT.newFolder());
    clone = project.cloneTo(GERRIT.newFolder());
    clone.write(PATH, WITH);
    clone.commit("Add a worker", GitClone.newChangeId());
    clone.write(PATH, WITHOUT);
    clone.commit("Remove the worker", GitClone.newChangeId());
    clone.pushBranch("master");
  }

  @Test
  void revertGetsOneLineAndNoVote() throws Exception {
    String removal = clone.git("rev-parse", "HEAD").strip();

    ChangeReview review =
        GERRIT.review(project, push(WITH, "Revert\n\nThis reverts commit %s.".formatted(removal)));

    assertThat(review.comments()).isEmpty();
    assertThat(review.votes()).isEmpty();
    assertThat(review.messages()).hasSize(1);
    assertThat(review.messages().getFirst())
        .contains("This change reverts %s.".formatted(removal.substring(0, 10)));
  }

  @Test
  void whatARevertAddsGetsItsComment() throws Exception {
    String removal = clone.git("rev-parse", "HEAD").strip();

    ChangeReview review =
        GERRIT.review(
            project,
            push(
                WITH + "eventlet.sleep(0)\n",
                "Revert\n\nThis reverts commit %s.".formatted(removal)));

    assertThat(review.comments()).hasSize(1);
    assertThat(review.comments().getFirst().rule()).isEqualTo("EVT111");
    assertThat(review.vote(LABEL)).hasValue(-1);
  }

  @Test
  void footerLeavesResolvedCommentsAndNoVote() throws Exception {
    ChangeReview review =
        GERRIT.review(project, push(WITH, "Poll", "Eventlet-Guard: skip the vendor needs it"));

    assertThat(review.comments()).isNotEmpty();
    assertThat(review.comments().stream().anyMatch(ChangeReview.InlineComment::unresolved))
        .isFalse();
    assertThat(review.votes()).isEmpty();
    assertThat(review.messages().getFirst()).contains("the vendor needs it");
  }

  @Test
  void footerIsNotObeyedWhereThePluginIsEnforced() throws Exception {
    project.configurePlugin(Map.of("enabled", "enforced"), GERRIT.newFolder());

    ChangeReview review =
        GERRIT.review(project, push(WITH, "Poll", "Eventlet-Guard: skip the vendor needs it"));

    assertThat(review.comments().stream().allMatch(ChangeReview.InlineComment::unresolved))
        .isTrue();
    assertThat(review.vote(LABEL)).hasValue(-1);
    assertThat(review.messages().getFirst()).doesNotContain("the vendor needs it");
  }

  private int push(String text, String message, String... footers) throws Exception {
    clone.write(PATH, text);
    clone.git("add", "-A");
    String allFooters = String.join("\n", footers) + "\nChange-Id: " + GitClone.newChangeId();
    clone.git("commit", "-q", "-m", message, "-m", allFooters.strip());
    return clone.pushForReview("master");
  }
}
