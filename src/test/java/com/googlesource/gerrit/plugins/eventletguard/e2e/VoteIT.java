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
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What becomes of the vote when what it rests on is taken away, on a server that refuses votes on
 * labels it does not know.
 */
final class VoteIT {
  private static final String BASE = "import eventlet\n";
  private static final String USAGE = BASE + "eventlet.spawn_n(print)\n";
  private static final String CLEAN = BASE + "print()\n";

  @RegisterExtension
  static final GerritServer GERRIT =
      new GerritServer(
          "strict",
          config -> {
            config.setBoolean("plugin", "eventlet-guard", "createAccount", true);
            config.setBoolean("change", null, "strictLabels", true);
          });

  private AuthoredChange change;

  @BeforeEach
  void upload(TestInfo test) throws Exception {
    change =
        AuthoredChange.prepare(
            GERRIT, "vote/" + test.getTestMethod().orElseThrow().getName(), BASE);
    change.upload(USAGE);
    assertThat(change.review().vote(AuthoredChange.LABEL)).hasValue(-1);
  }

  @Test
  void renamedLabelCostsTheVoteAndNoComment() throws Exception {
    change.project().renameLabel(AuthoredChange.LABEL, "Eventlet-Gone");
    change.amend(USAGE + "eventlet.sleep(1)\n");

    assertThat(change.review().comments()).hasSize(2);
    assertThat(change.review().votes()).doesNotContainKey("Eventlet-Free");
    assertThat(GERRIT.site().log())
        .contains("changes of %s have no label Eventlet-Free".formatted(change.project().name()));
  }

  @Test
  void deletedLabelCostsTheVoteAndNoComment() throws Exception {
    change.project().deleteLabel(AuthoredChange.LABEL);
    change.amend(USAGE + "eventlet.sleep(1)\n");

    assertThat(change.review().comments()).hasSize(2);
    assertThat(change.review().votes()).isEmpty();
  }

  @Test
  void permissionThatIsTakenAwayCostsTheNextVoteAndNoComment() throws Exception {
    change.amend(CLEAN);
    change.project().forbidServiceUsersToVote(AuthoredChange.LABEL);
    change.amend(USAGE);

    assertThat(change.threads()).hasSize(2);
    assertThat(change.review().votes()).isEmpty();
  }

  @Test
  void voteIsLiftedEvenWithoutPermission() throws Exception {
    change.project().forbidServiceUsersToVote(AuthoredChange.LABEL);
    change.amend(CLEAN);

    assertThat(change.review().votes()).isEmpty();
    assertThat(change.unresolved()).isEqualTo(0);
  }

  @Test
  void reviewerThatWasRemovedVotesAgainAtTheNextPatchSet() throws Exception {
    change.act("reviewers/eventlet-guard/delete");
    boolean removed = change.review().votes().isEmpty();
    change.amend("# A line.\n" + USAGE);

    assertThat(removed).isTrue();
    assertThat(change.review().vote(AuthoredChange.LABEL)).hasValue(-1);
    assertThat(change.threads()).hasSize(1);
  }

  @Test
  void closedChangeIsNotSpokenTo() throws Exception {
    ChangeReview before = change.review();
    change.act("abandon");
    change.reply(change.reviewer(), change.threads().getFirst(), "Done with it.", false);

    assertThat(change.review().votes()).isEqualTo(before.votes());
    assertThat(change.review().messages()).isEqualTo(before.messages());
  }

  @Test
  void dryRunOnlyWritesToTheLog() throws Exception {
    change.project().configurePlugin(Map.of("dryRun", "true"), GERRIT.newFolder());
    ChangeReview before = change.review();
    change.amend(CLEAN);

    assertThat(change.review()).isEqualTo(before);
    assertThat(GERRIT.site().log()).contains("would be reviewed so: ");
  }
}
