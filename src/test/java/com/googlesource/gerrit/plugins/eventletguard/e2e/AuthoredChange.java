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

import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import com.googlesource.gerrit.plugins.eventletguard.server.CommentThread;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritClient;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritProject;
import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A change of an author who is not the administrator, so that the administrator can be its core
 * reviewer, in a project that votes.
 */
final class AuthoredChange {
  static final String LABEL = "Eventlet-Free";
  static final String PATH = "service/worker.py";

  private static final String AUTHOR = "ada";

  static final String AUTHOR_MAIL = AUTHOR + "@example.com";
  private static final String PASSWORD = "secret-of-ada";

  private final GerritServer gerrit;
  private final GerritProject project;
  private final GitClone clone;
  private final String changeId = GitClone.newChangeId();
  private int number;
  private int dates;

  private AuthoredChange(GerritServer gerrit, GerritProject project, GitClone clone) {
    this.gerrit = gerrit;
    this.project = project;
    this.clone = clone;
  }

  /**
   * Makes the project, with one file, and the author.
   *
   * @param text what the file holds before the change
   */
  static AuthoredChange prepare(GerritServer gerrit, String name, String text)
      throws IOException, InterruptedException {
    GerritProject project = GerritProject.create(gerrit.site(), name, GerritProject.ALL_PROJECTS);
    project.defineLabel(LABEL);
    project.allowServiceUsersToVote(LABEL, -1, 0);
    project.configurePlugin(Map.of("enabled", "true", "label", LABEL), gerrit.newFolder());
    GitClone clone = project.cloneTo(gerrit.newFolder());
    clone.write(PATH, text);
    clone.commit("Add a worker", GitClone.newChangeId());
    clone.pushBranch("master");
    if (gerrit.client().statusOf("accounts/" + AUTHOR) != 200) {
      gerrit
          .client()
          .put(
              "accounts/" + AUTHOR,
              Map.of("name", "Ada", "email", AUTHOR_MAIL, "http_password", PASSWORD));
    }
    clone.actAs(gerrit.site().url(), name, AUTHOR, PASSWORD);
    return new AuthoredChange(gerrit, project, clone);
  }

  int number() {
    return number;
  }

  GerritProject project() {
    return project;
  }

  GitClone files() {
    return clone;
  }

  GerritClient reviewer() {
    return gerrit.client();
  }

  GerritClient author() {
    return new GerritClient(gerrit.site().url(), AUTHOR, PASSWORD);
  }

  /** Uploads the first patch set. */
  void upload(String text) throws IOException, InterruptedException {
    upload(text, "master");
  }

  /**
   * Uploads the first patch set.
   *
   * @param target the branch, and options such as {@code %private}
   */
  void upload(String text, String target) throws IOException, InterruptedException {
    clone.write(PATH, text);
    clone.commit("Run jobs in green threads", changeId);
    number = clone.pushForReview(target);
    gerrit.awaitScans();
  }

  /** Uploads the next patch set. */
  void amend(String text) throws IOException, InterruptedException {
    clone.write(PATH, text);
    amend();
  }

  /** Uploads the work tree as it is, with a new date. */
  void amend() throws IOException, InterruptedException {
    clone.amend("Run jobs in green threads", changeId);
    clone.git("commit", "-q", "--amend", "--no-edit", "--date", "2026-01-0" + (1 + dates++ % 9));
    clone.pushForReview("master");
    gerrit.awaitScans();
  }

  /** Lets another change get a file into the branch first, and uploads this one on top of it. */
  void rebaseOnto(String path, String text) throws IOException, InterruptedException {
    GitClone other = project.cloneTo(gerrit.newFolder());
    other.write(path, text);
    other.commit("Add " + path, GitClone.newChangeId());
    other.pushBranch("master");
    clone.git("fetch", "-q", "origin", "master");
    clone.git("rebase", "-q", "FETCH_HEAD");
    clone.pushForReview("master");
    gerrit.awaitScans();
  }

  /** Does something to the change as the administrator. */
  void act(String action) throws IOException, InterruptedException {
    reviewer().post(path() + action, Map.of());
    gerrit.awaitScans();
  }

  /** Asks somebody for a review. */
  void addReviewer(String user) throws IOException, InterruptedException {
    author().post(path() + "reviewers", Map.of("reviewer", user));
  }

  /** Answers in a thread. */
  void reply(GerritClient who, CommentThread thread, String message, boolean unresolved)
      throws IOException, InterruptedException {
    thread.reply(who, project.name(), number, message, unresolved);
    gerrit.awaitScans();
  }

  ChangeReview review() throws IOException, InterruptedException {
    return gerrit.review(project, number);
  }

  List<CommentThread> threads() throws IOException, InterruptedException {
    gerrit.awaitScans();
    return CommentThread.read(reviewer(), project.name(), number);
  }

  /** What the server counts of unresolved threads, which is what holds a submit up. */
  int unresolved() throws IOException, InterruptedException {
    return reviewer()
        .get(path() + "detail")
        .getAsJsonObject()
        .get("unresolved_comment_count")
        .getAsInt();
  }

  String path() {
    return "changes/%s~%d/".formatted(GerritClient.encoded(project.name()), number);
  }
}
