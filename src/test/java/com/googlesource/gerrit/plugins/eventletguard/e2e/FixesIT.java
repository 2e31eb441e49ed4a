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
import static com.google.common.truth.Truth.assertWithMessage;

import com.googlesource.gerrit.plugins.eventletguard.fix.AnyFixable;
import com.googlesource.gerrit.plugins.eventletguard.fix.FixedText;
import com.googlesource.gerrit.plugins.eventletguard.fix.Replacement;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import com.googlesource.gerrit.plugins.eventletguard.server.ChangeEdit;
import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import com.googlesource.gerrit.plugins.eventletguard.server.CommentThread;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritProject;
import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The fix that comes with a comment, applied in the server as the user interface does it: stored
 * where the server's experiment allows that, else as a suggestion in the text.
 */
final class FixesIT {
  private static final String PATH = "service/worker.py";
  private static final String POOL = "eventlet.GreenPool(4)\n";

  /** A file whose fixes have to import what they need. */
  private static final String WITHOUT_TIME = "import os\n\nimport eventlet\n\n" + POOL;

  private static final String SLEEP = "eventlet.sleep(5)\n";
  private static final Pattern SUGGESTION =
      Pattern.compile("```suggestion\n(.*?)\n```", Pattern.DOTALL);

  @RegisterExtension static final GerritServer PLAIN = GerritServer.shared();

  @RegisterExtension
  static final GerritServer STORING =
      new GerritServer(
          "fixes",
          config -> {
            config.setBoolean("plugin", "eventlet-guard", "createAccount", true);
            config.setInt("plugin", "eventlet-guard", "maxInlineComments", 500);
            config.setString(
                "experiments",
                null,
                "enabled",
                "GerritBackendFeature__allow_fix_suggestions_in_comments");
          });

  @Test
  void storedFixIsAppliedAndTheNextReviewResolvesItsThread(TestInfo test) throws Exception {
    GerritProject project = project(STORING, test);
    int change =
        push(project, STORING, Map.of(PATH, WITHOUT_TIME), Map.of(PATH, WITHOUT_TIME + SLEEP));
    ChangeReview.InlineComment comment = onlyComment(STORING, project, change);
    assertThat(comment.message()).doesNotContain("safe fix");

    ChangeEdit edit = new ChangeEdit(STORING.client(), project, change);
    edit.applyStored(1, comment.fix().orElseThrow().id());
    assertThat(edit.text(PATH))
        .isEqualTo("import os\nimport time\n\nimport eventlet\n\n" + POOL + "time.sleep(5)\n");
    edit.publish();

    assertResolved(STORING, project, change);
  }

  @Test
  void severalStoredFixesGoIntoOneEdit(TestInfo test) throws Exception {
    GerritProject project = project(STORING, test);
    String after = WITHOUT_TIME + SLEEP + "a = 1\nb = 2\n" + SLEEP;
    int change = push(project, STORING, Map.of(PATH, WITHOUT_TIME), Map.of(PATH, after));

    ChangeEdit edit = new ChangeEdit(STORING.client(), project, change);
    for (ChangeReview.InlineComment comment : STORING.review(project, change).comments()) {
      edit.applyStored(1, comment.fix().orElseThrow().id());
    }

    assertThat(edit.text(PATH))
        .isEqualTo(
            "import os\nimport time\n\nimport eventlet\n\n"
                + POOL
                + "time.sleep(5)\na = 1\nb = 2\ntime.sleep(5)\n");
  }

  @Test
  void suggestionIsAppliedAndTheNextReviewResolvesItsThread(TestInfo test) throws Exception {
    GerritProject project = project(PLAIN, test);
    String before = "import time\n\nimport eventlet\n\ntime.time()\n" + POOL;
    String after = before + "if POOL:\n    " + SLEEP;
    int change = push(project, PLAIN, Map.of(PATH, before), Map.of(PATH, after));
    ChangeReview.InlineComment comment = onlyComment(PLAIN, project, change);
    assertThat(comment.fix()).isEmpty();

    ChangeEdit edit = new ChangeEdit(PLAIN.client(), project, change);
    edit.applyProvided(1, List.of(suggestion(comment, after)));
    assertThat(edit.text(PATH)).isEqualTo(before + "if POOL:\n    time.sleep(5)\n");
    edit.publish();

    assertResolved(PLAIN, project, change);
  }

  @Test
  void fixOfOtherLinesIsToldWhereItIsNotStored(TestInfo test) throws Exception {
    GerritProject project = project(PLAIN, test);
    int change =
        push(project, PLAIN, Map.of(PATH, WITHOUT_TIME), Map.of(PATH, WITHOUT_TIME + SLEEP));

    assertThat(onlyComment(PLAIN, project, change).message())
        .endsWith("A safe fix is known: Call time.sleep instead; `eventlet-guard fix` applies it.");
  }

  @Test
  void eachStoredFixTakesItsFindingAwayAndNothingElse(TestInfo test) throws Exception {
    GerritProject project = project(STORING, test);
    Map<String, SourceFile> files =
        AnyFixable.files(20261125, 120).stream()
            .collect(Collectors.toMap(SourceFile::path, Function.identity()));
    Map<String, String> texts =
        files.values().stream().collect(Collectors.toMap(SourceFile::path, FixesIT::text));
    int change = push(project, STORING, Map.of(), texts);
    ChangeEdit edit = new ChangeEdit(STORING.client(), project, change);

    int applied = 0;
    for (ChangeReview.InlineComment comment : STORING.review(project, change).comments()) {
      if (comment.fix().isPresent()) {
        SourceFile before = files.get(comment.path());
        edit.applyStored(1, comment.fix().get().id());
        SourceFile after = FixedText.file(comment.path(), edit.text(comment.path()));
        edit.discard();
        assertWithMessage("%s of %s", comment.fix().get(), text(before))
            .that(text(after))
            .isEqualTo(text(FixedText.apply(before, comment.fix().get().replacements())));
        AnyFixable.assertOnlyGone(before, after, finding(before, comment));
        applied++;
      }
    }

    assertThat(applied).isAtLeast(40);
  }

  private static Finding finding(SourceFile file, ChangeReview.InlineComment comment) {
    return FixedText.scan(file).stream()
        .filter(finding -> finding.range().equals(comment.range()))
        .filter(finding -> finding.rule().id().equals(comment.rule()))
        .findFirst()
        .orElseThrow();
  }

  /** The suggestion in a comment's text, as the user interface takes it: for whole lines. */
  private static Replacement suggestion(ChangeReview.InlineComment comment, String file) {
    Matcher block = SUGGESTION.matcher(comment.message());
    assertWithMessage(comment.message()).that(block.find()).isTrue();
    int last = comment.range().endLine();
    int length = file.lines().toList().get(last - 1).length();
    return new Replacement(
        comment.path(), new Range(comment.range().startLine(), 0, last, length), block.group(1));
  }

  private static ChangeReview.InlineComment onlyComment(
      GerritServer server, GerritProject project, int change) throws Exception {
    List<ChangeReview.InlineComment> comments = server.review(project, change).comments();
    assertThat(comments).hasSize(1);
    return comments.getFirst();
  }

  private static void assertResolved(GerritServer server, GerritProject project, int change)
      throws Exception {
    server.awaitScans();
    List<CommentThread> threads = CommentThread.read(server.client(), project.name(), change);
    assertThat(threads).hasSize(1);
    assertThat(threads.getFirst().unresolved()).isFalse();
    assertThat(threads.getFirst().lastMessage()).contains("patch set 2");
  }

  private static GerritProject project(GerritServer server, TestInfo test) throws Exception {
    GerritProject project = server.newProject(test);
    project.configurePlugin(Map.of("enabled", "true"), server.newFolder());
    return project;
  }

  private static int push(
      GerritProject project,
      GerritServer server,
      Map<String, String> before,
      Map<String, String> after)
      throws Exception {
    GitClone clone = project.cloneTo(server.newFolder());
    for (Map.Entry<String, String> file : before.entrySet()) {
      clone.write(file.getKey(), file.getValue());
    }
    clone.commit("Add a service", GitClone.newChangeId());
    clone.pushBranch("master");
    for (Map.Entry<String, String> file : after.entrySet()) {
      clone.write(file.getKey(), file.getValue());
    }
    clone.commit("Let the service wait", GitClone.newChangeId());
    return clone.pushForReview("master");
  }

  private static String text(SourceFile file) {
    return new String(file.content(), StandardCharsets.UTF_8);
  }
}
