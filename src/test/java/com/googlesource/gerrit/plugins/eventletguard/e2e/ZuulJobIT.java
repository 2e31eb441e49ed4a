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

import com.googlesource.gerrit.plugins.eventletguard.ansible.NeedsAnsible;
import com.googlesource.gerrit.plugins.eventletguard.ansible.ReportedComment;
import com.googlesource.gerrit.plugins.eventletguard.ansible.ZuulBuild;
import com.googlesource.gerrit.plugins.eventletguard.ansible.ZuulBuild.MergeMode;
import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritProject;
import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The same changes for the plugin in a real Gerrit and for the Zuul job: both comment on the same
 * lines, but for what the job leaves to its warning, which is all but ten errors.
 */
@ExtendWith(NeedsAnsible.class)
@Execution(ExecutionMode.CONCURRENT)
class ZuulJobIT {
  private static final String WORKER =
      """
      # All work of Stratus
      # is done in here,
      # by one thread
      # for each piece of it.

      import threading
      import time


      def work():
          time.sleep(1)


      def start():
          return threading.Thread(target=work)


      def stop(thread):
          thread.join()
      """;

  @RegisterExtension static final GerritServer GERRIT = GerritServer.shared();

  private GerritProject project;
  private GitClone clone;

  /** What both say of a change. */
  private record Said(List<String> byPlugin, List<String> byJob) {}

  @BeforeEach
  void makeProject(TestInfo test) throws Exception {
    project = GERRIT.newProject(test);
    project.configurePlugin(Map.of("enabled", "true"), GERRIT.newFolder());
    clone = project.cloneTo(GERRIT.newFolder());
    clone.write("stratus/worker.py", WORKER);
    clone.write("requirements.txt", "oslo.config>=9.0.0\n");
    clone.commit("Start", GitClone.newChangeId());
    clone.pushBranch("master");
  }

  /** What is said of the current commit once it is pushed and Zuul has merged it. */
  private Said pushAndBuild(MergeMode mode) throws Exception {
    int change = clone.pushForReview("master");
    ChangeReview review = GERRIT.review(project, change);
    ZuulBuild build =
        ZuulBuild.ofChange(
            GERRIT.newFolder(),
            clone.git("config", "remote.origin.url").strip(),
            "stratus",
            "master",
            mode,
            "refs/changes/%02d/%d/1".formatted(change % 100, change));
    build.play("run");
    assertThat(build.play("post").succeeded()).isTrue();
    return new Said(
        review.comments().stream()
            .filter(comment -> comment.message().startsWith(comment.rule() + " (error) "))
            .map(comment -> said(comment.rule(), comment.path(), comment.range()))
            .toList(),
        ReportedComment.of(build).stream()
            .map(comment -> said(comment.rule(), comment.path(), comment.range()))
            .toList());
  }

  private static String said(String rule, String path, Object range) {
    return rule + " " + path + " " + range;
  }

  /** Lets the branch go on while the change waits, in the same file. */
  private void mergeMeanwhile() throws Exception {
    clone.git("checkout", "-q", "--detach", "origin/master");
    clone.write("stratus/worker.py", "# Merged\n# meanwhile.\n" + WORKER);
    clone.commit("Say a word", GitClone.newChangeId());
    clone.pushBranch("master");
    clone.git("checkout", "-q", "master");
  }

  @Test
  void changeOfManyKindsIsCommentedAlike() throws Exception {
    mergeMeanwhile();
    clone.write(
        "stratus/worker.py",
        WORKER
            .replace("import threading\nimport time\n", "import eventlet\n")
            .replace("time.sleep(1)", "eventlet.sleep(\n        1)")
            .replace("threading.Thread(target=work)", "eventlet.spawn(work)"));
    clone.write("requirements.txt", "eventlet>=0.36\noslo.config>=9.0.0\n");
    clone.write("stratus/tests/test_worker.py", "import eventlet\n\neventlet.monkey_patch()\n");
    clone.write("stratus/patched.py", "import eventlet  # noqa: EVT100\n");
    clone.commit("Go green", GitClone.newChangeId());

    Said said = pushAndBuild(MergeMode.MERGE_RESOLVE);

    assertThat(said.byPlugin()).isNotEmpty();
    assertThat(said.byJob()).isEqualTo(said.byPlugin());
  }

  @Test
  void projectThatRunsBothWaysIsCommentedAlike() throws Exception {
    clone.write(
        "stratus/compat.py",
        """
        try:
            import eventlet
        except ImportError:
            eventlet = None
        """);
    clone.write(".eventlet-guard.config", "[branch]\n\tstage = dual\n");
    clone.commit("Run without Eventlet, too", GitClone.newChangeId());
    clone.pushBranch("master");
    clone.git("mv", "stratus/compat.py", "stratus/concurrency.py");
    clone.write(
        "stratus/queue.py",
        "from eventlet import queue\nimport time\n\nwork = queue.LightQueue()\n");
    clone.commit("Queue the work", GitClone.newChangeId());

    Said said = pushAndBuild(MergeMode.CHERRY_PICK);

    assertThat(said.byPlugin()).isNotEmpty();
    assertThat(said.byJob()).isEqualTo(said.byPlugin());
  }

  @Test
  void changeThatIsAMergeIsCommentedAlike() throws Exception {
    clone.git("checkout", "-q", "-b", "feature");
    clone.write("stratus/feature.py", "import eventlet\n\neventlet.spawn(print)\n");
    clone.commit("A feature", GitClone.newChangeId());
    clone.pushBranch("feature");
    clone.git("checkout", "-q", "master");
    clone.git("merge", "-q", "--no-ff", "--no-commit", "feature");
    clone.write("stratus/worker.py", WORKER + "\n\nimport eventlet.green.time\n");
    clone.commit("Merge the feature", GitClone.newChangeId());
    mergeMeanwhile();

    Said said = pushAndBuild(MergeMode.MERGE_RESOLVE);

    assertThat(said.byPlugin()).hasSize(1);
    assertThat(said.byJob()).isEqualTo(said.byPlugin());
  }

  @Test
  void revertIsCommentedAlike() throws Exception {
    clone.write("stratus/worker.py", WORKER + "\n\nimport eventlet\n");
    clone.commit("Import it", GitClone.newChangeId());
    clone.git("revert", "--no-edit", "HEAD");
    clone.pushBranch("master");
    clone.git("revert", "--no-edit", "HEAD");
    clone.write("stratus/more.py", "import eventlet\n\neventlet.spawn(print)\n");
    clone.git("add", "-A");
    clone.git(
        "commit",
        "-q",
        "--amend",
        "--no-edit",
        "--trailer",
        "Change-Id: " + GitClone.newChangeId());

    Said said = pushAndBuild(MergeMode.MERGE_RESOLVE);

    assertThat(said.byPlugin()).hasSize(2);
    assertThat(said.byJob()).isEqualTo(said.byPlugin());
  }

  @Test
  void jobCommentsOnTheFirstTenErrors() throws Exception {
    clone.write("stratus/sleepy.py", "import eventlet\n" + "eventlet.sleep(1)\n".repeat(14));
    clone.commit("Sleep well", GitClone.newChangeId());

    Said said = pushAndBuild(MergeMode.MERGE_RESOLVE);

    assertThat(said.byPlugin()).hasSize(15);
    assertThat(said.byJob()).isEqualTo(said.byPlugin().subList(0, 10));
  }
}
