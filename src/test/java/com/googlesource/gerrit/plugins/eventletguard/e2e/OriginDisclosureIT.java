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

import com.google.gson.JsonObject;
import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritClient;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritProject;
import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * That nobody learns of a commit that they cannot read by a change that says to revert it or to be
 * picked from it.
 */
final class OriginDisclosureIT {
  private static final String HIDDEN_BRANCH = "embargo";
  private static final String PATH = "worker.py";
  private static final String WITHOUT = "import time\n";
  private static final String WITH = "import eventlet\n\neventlet.spawn(print)\n";
  private static final String REVERTS = "This reverts commit %s.";
  private static final String PICKED = "(cherry picked from commit %s)";

  @RegisterExtension static final GerritServer GERRIT = GerritServer.shared();

  private static Person outsider;
  private static Person insider;

  private GerritProject project;
  private GitClone clone;

  /** On the hidden branch: it brings what the changes for master say to have from it. */
  private String introduction;

  /** The next one there, which takes that away again. */
  private String removal;

  @BeforeAll
  static void makePeople() throws Exception {
    outsider = Person.create(GERRIT, "origin-outsider");
    insider = Person.create(GERRIT, "origin-insider");
  }

  @BeforeEach
  void makeProject(TestInfo test) throws Exception {
    project = GERRIT.newProject(test);
    project.configurePlugin(Map.of("enabled", "true"), GERRIT.newFolder());
    clone = project.cloneTo(GERRIT.newFolder());
    clone.write(PATH, WITHOUT);
    clone.commit("Add a worker", GitClone.newChangeId());
    clone.pushBranch("master");
    clone.write(PATH, WITH);
    clone.commit("Poll", GitClone.newChangeId());
    introduction = clone.git("rev-parse", "HEAD").strip();
    clone.write(PATH, WITHOUT);
    clone.commit("Poll no more", GitClone.newChangeId());
    removal = clone.git("rev-parse", "HEAD").strip();
    clone.pushBranch(HIDDEN_BRANCH);
    project.hideRefFromAllBut("refs/heads/" + HIDDEN_BRANCH, insider.group());
  }

  @Test
  void hiddenCommitIsAsOneThatThereIsNot() throws Exception {
    for (int digits : List.of(40, 39, 16, 7)) {
      assertIsAsOneThatThereIsNot(outsider, REVERTS, removal.substring(0, digits));
      assertIsAsOneThatThereIsNot(outsider, PICKED, introduction.substring(0, digits));
    }
  }

  @Test
  void hiddenCommitIsAsOneThatThereIsNotWhereNoMessageIsBelieved() throws Exception {
    project.configurePlugin(Map.of("enabled", "enforced"), GERRIT.newFolder());

    assertIsAsOneThatThereIsNot(outsider, REVERTS, removal);
    assertIsAsOneThatThereIsNot(outsider, PICKED, introduction);
    assertIsAsOneThatThereIsNot(outsider, PICKED, introduction.substring(0, 7));
  }

  @Test
  void whoCanReadTheCommitIsRecognised() throws Exception {
    for (int digits : List.of(40, 7)) {
      int revert = push(insider, REVERTS, removal.substring(0, digits));
      int pick = push(insider, PICKED, introduction.substring(0, digits));

      assertThat(GERRIT.review(project, revert).messages().getLast())
          .contains("This change reverts %s.".formatted(named(removal.substring(0, digits))));
      assertThat(GERRIT.review(project, pick).messages().getLast())
          .contains(
              "This change was picked from %s."
                  .formatted(named(introduction.substring(0, digits))));
    }
  }

  @Test
  void commitOfAPrivateChangeIsAsOneThatThereIsNot() throws Exception {
    String secret = pushPrivately(insider);

    assertIsAsOneThatThereIsNot(outsider, PICKED, secret);
    assertIsAsOneThatThereIsNot(outsider, PICKED, secret.substring(0, 7));
    assertThat(GERRIT.review(project, push(insider, PICKED, secret)).messages().getLast())
        .contains("This change was picked from %s.".formatted(named(secret)));
  }

  /** The server looks for the changes of its parents, and there are none. */
  @Test
  void firstCommitIsLookedAtLikeAnyOther() throws Exception {
    String first = clone.git("rev-list", "--max-parents=0", "HEAD").strip();

    assertThat(GERRIT.review(project, push(outsider, PICKED, first)).comments()).hasSize(2);
  }

  @Test
  void everybodyCanFollowWhatEverybodyCanRead() throws Exception {
    clone.git("checkout", "-q", "-f", introduction);
    clone.actAs(GERRIT.site().url(), project.name(), GerritClient.ADMIN, GerritClient.PASSWORD);
    clone.pushBranch("open");
    clone.git("checkout", "-q", "-f", removal);
    clone.git("commit", "-q", "--allow-empty", "-m", "Open it");
    clone.pushBranch("open");

    assertThat(GERRIT.review(project, push(outsider, REVERTS, removal)).messages().getLast())
        .contains("This change reverts %s.".formatted(named(removal)));
  }

  /** Who rebases a change, or answers for it with a patch set, has not written its message. */
  @Test
  void patchSetOfAnInsiderShowsNothingToWhoUploadedTheFirst() throws Exception {
    int hidden = push(outsider, PICKED, introduction);
    int absent = push(outsider, PICKED, absent(introduction));
    GERRIT.awaitScans();
    fetch(hidden);
    amend(insider);
    fetch(absent);
    amend(insider);
    GERRIT.awaitScans();

    assertThat(seen(outsider, hidden, introduction))
        .isEqualTo(seen(outsider, absent, absent(introduction)));
  }

  /** The server shows everybody that a change was picked, but not what else the original does. */
  @Test
  void whatTheServerRecordedIsNotProbedByAnotherPatchSet() throws Exception {
    int hidden = pickedWithoutItsSecondFile(WITH);
    int other = pickedWithoutItsSecondFile(WITHOUT);

    for (int change : List.of(hidden, other)) {
      fetch(change);
      clone.write("agent.py", WITH);
      amend(outsider);
    }

    assertThat(lastSeen(hidden, "none")).isEqualTo(lastSeen(other, "none"));
  }

  /** Naming what the server recorded does not tell whether the guess is right. */
  @Test
  void whatTheServerRecordedIsNotConfirmedByItsHash() throws Exception {
    List<String> seen = new ArrayList<>();
    for (boolean isRight : List.of(true, false)) {
      clone.git("checkout", "-q", "-f", removal);
      int original = pushToHidden(WITH);
      String commit = clone.git("rev-parse", "HEAD").strip();
      String guess = isRight ? commit : absent(commit);
      int picked = pick(insider, original);
      fetch(picked);
      amend(
          outsider,
          clone
              .git("log", "-1", "--format=%B")
              .replace("\nChange-Id", "\n" + PICKED.formatted(guess) + "\nChange-Id"));
      seen.add(lastSeen(picked, guess));
    }

    assertThat(seen.getFirst()).isEqualTo(seen.getLast());
  }

  /** A change for master whose original on the hidden branch has a second file. */
  private int pickedWithoutItsSecondFile(String secondFile) throws Exception {
    clone.git("checkout", "-q", removal);
    clone.write("agent.py", secondFile);
    int picked = pick(insider, pushToHidden(WITH));
    fetch(picked);
    clone.git("rm", "-q", "agent.py");
    amend(insider);
    GERRIT.awaitScans();
    return picked;
  }

  /** Compares a change that names a commit with one that names none that there is. */
  private void assertIsAsOneThatThereIsNot(Person uploader, String line, String commit)
      throws Exception {
    String none = absent(commit);
    int ofHidden = push(uploader, line, commit);
    int ofNone = push(uploader, line, none);

    for (Person reader : List.of(outsider, insider)) {
      assertThat(seen(reader, ofHidden, commit)).isEqualTo(seen(reader, ofNone, none));
    }
  }

  /** All that the plugin shows somebody of a change, whatever the commit is that it names. */
  private String seen(Person reader, int change, String commit) throws Exception {
    GERRIT.awaitScans();
    String review = ChangeReview.read(reader.client(), project.name(), change).toString();
    return (review + check(reader, change)).replace(named(commit), "COMMIT");
  }

  /** What the plugin says to the outsider of the last patch set of a change. */
  private String lastSeen(int change, String commit) throws Exception {
    GERRIT.awaitScans();
    ChangeReview review = ChangeReview.read(outsider.client(), project.name(), change);
    return (review.messages().getLast() + review.comments() + check(outsider, change))
        .replace(named(commit), "COMMIT");
  }

  private JsonObject check(Person reader, int change) throws Exception {
    JsonObject check =
        reader
            .client()
            .get(
                "changes/%s~%d/revisions/current/eventlet-guard~check"
                    .formatted(GerritClient.encoded(project.name()), change))
            .getAsJsonObject();
    check.remove("scanned");
    return check;
  }

  /** What the plugin calls a commit. */
  private static String named(String commit) {
    return commit.substring(0, Math.min(10, commit.length()));
  }

  /** The hash of no commit. */
  private static String absent(String commit) {
    return (commit.startsWith("0") ? "1" : "0") + commit.substring(1);
  }

  /** Pushes a change for master that brings Eventlet, with a line in its message. */
  private int push(Person uploader, String line, String commit) throws Exception {
    clone.git("checkout", "-q", "-f", "origin/master");
    clone.actAs(GERRIT.site().url(), project.name(), uploader.name(), uploader.name());
    clone.write(PATH, WITH);
    clone.commit("Poll\n\n" + line.formatted(commit), GitClone.newChangeId());
    return clone.pushForReview("master");
  }

  private String pushPrivately(Person owner) throws Exception {
    clone.git("checkout", "-q", "-f", "origin/master");
    clone.actAs(GERRIT.site().url(), project.name(), owner.name(), owner.name());
    clone.write(PATH, WITH);
    clone.commit("Poll in private", GitClone.newChangeId());
    var unused = clone.pushForReview("master%private");
    return clone.git("rev-parse", "HEAD").strip();
  }

  /** Pushes the work tree with a text of the worker to the hidden branch for review. */
  private int pushToHidden(String text) throws Exception {
    clone.actAs(GERRIT.site().url(), project.name(), insider.name(), insider.name());
    clone.write(PATH, text);
    clone.commit("Poll under embargo", GitClone.newChangeId());
    return clone.pushForReview(HIDDEN_BRANCH);
  }

  private int pick(Person person, int change) throws Exception {
    return person
        .client()
        .post(
            "changes/%s~%d/revisions/current/cherrypick"
                .formatted(GerritClient.encoded(project.name()), change),
            Map.of("destination", "master", "message", "Poll", "allow_conflicts", true))
        .getAsJsonObject()
        .get("_number")
        .getAsInt();
  }

  private void fetch(int change) throws Exception {
    JsonObject revisions =
        GERRIT
            .client()
            .get(
                "changes/%s~%d?o=CURRENT_REVISION"
                    .formatted(GerritClient.encoded(project.name()), change))
            .getAsJsonObject();
    String commit = revisions.get("current_revision").getAsString();
    String ref =
        revisions.getAsJsonObject("revisions").getAsJsonObject(commit).get("ref").getAsString();
    clone.git("fetch", "-q", "origin", ref);
    clone.git("checkout", "-q", "-f", "FETCH_HEAD");
  }

  /** Makes the next patch set of the change that is checked out, with what is in the work tree. */
  private void amend(Person uploader) throws Exception {
    amend(uploader, clone.git("log", "-1", "--format=%B"));
  }

  private void amend(Person uploader, String message) throws Exception {
    clone.actAs(GERRIT.site().url(), project.name(), uploader.name(), uploader.name());
    clone.git("add", "-A");
    clone.git("commit", "-q", "--amend", "--date=now", "-m", message);
    var unused = clone.pushForReview("master");
  }
}
