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

package com.googlesource.gerrit.plugins.eventletguard.cli;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A change in a repository as a gate lays it out: merged, picked or fast-forwarded onto its base.
 */
class GatedChangeTest {
  private static final String CLEAN = "import time\n";
  private static final String SPAWNS = "import eventlet\n\neventlet.spawn(print)\n";
  private static final String SLEEPS = "import eventlet\n\neventlet.sleep(1)\n";

  @TempDir Path folder;

  private GitFolder work;

  @BeforeEach
  void makeRepository() throws Exception {
    work = GitFolder.init(folder.resolve("work"));
    work.commit("a.py", CLEAN);
    work.git("branch", "base");
  }

  /** Commits on a branch of its own. */
  private void change(String branch, String path, String text, String message) throws Exception {
    work.git("checkout", "-q", "-B", branch, "master");
    work.stage(path, text);
    work.git("commit", "-q", "-m", message);
  }

  /** Lets the base go on by one commit. */
  private void advanceBase(String path, String text) throws Exception {
    work.git("checkout", "-q", "base");
    work.commit(path, text);
  }

  /** Checks the base out and merges a branch into it, by a commit if need be. */
  private void merge(String branch) throws Exception {
    work.git("checkout", "-q", "--detach", "base");
    work.git("merge", "-q", "--no-edit", branch);
  }

  private Invocation judge(String message, String... options) throws Exception {
    Path file = Files.writeString(folder.resolve("message"), message);
    List<String> arguments =
        new ArrayList<>(List.of("diff", "--repo", work.path().toString(), "--format", "json"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--change-message", file.toString(), "base", "HEAD"));
    return Invocation.run(arguments.toArray(String[]::new));
  }

  private static List<String> introduced(Invocation invocation) {
    List<String> found = new ArrayList<>();
    invocation
        .json()
        .getAsJsonArray("introduced")
        .forEach(
            element -> {
              JsonObject finding = element.getAsJsonObject();
              found.add(
                  "%s:%d %s"
                      .formatted(
                          finding.get("path").getAsString(),
                          finding.getAsJsonObject("range").get("start_line").getAsInt(),
                          finding.get("rule").getAsString()));
            });
    return found;
  }

  @Test
  void mergeOfTheGateIsJudgedAgainstItsBase() throws Exception {
    change("topic", "a.py", SPAWNS, "Spawn");
    advanceBase("b.py", SLEEPS);
    merge("topic");

    assertThat(introduced(judge("Spawn\n"))).containsExactly("a.py:1 EVT100", "a.py:3 EVT110");
  }

  @Test
  void fastForwardedCommitIsJudgedAgainstTheBase() throws Exception {
    change("topic", "a.py", SPAWNS, "Spawn");
    merge("topic");

    assertThat(introduced(judge("Spawn\n"))).containsExactly("a.py:1 EVT100", "a.py:3 EVT110");
  }

  @Test
  void pickedCommitIsJudgedAgainstTheBase() throws Exception {
    change("topic", "a.py", SPAWNS, "Spawn");
    advanceBase("b.py", SLEEPS);
    work.git("checkout", "-q", "--detach", "base");
    work.git("cherry-pick", "topic");

    assertThat(introduced(judge("Spawn\n"))).containsExactly("a.py:1 EVT100", "a.py:3 EVT110");
  }

  @Test
  void changeThatIsAMergeIntroducesWhatNoParentHas() throws Exception {
    change("feature", "b.py", SPAWNS, "A feature");
    advanceBase("c.py", CLEAN);
    work.git("checkout", "-q", "--detach", "base");
    work.git("merge", "-q", "--no-ff", "--no-commit", "feature");
    work.stage("c.py", SLEEPS);
    work.git("commit", "-q", "-m", "Merge the feature branch");

    assertThat(introduced(judge("Merge the feature branch\n")))
        .containsExactly("c.py:1 EVT100", "c.py:3 EVT111");
  }

  @Test
  void changeThatIsAMergeStaysOneWhenTheGateMergesIt() throws Exception {
    change("feature", "b.py", SPAWNS, "A feature");
    work.git("checkout", "-q", "-B", "topic", "master");
    work.git("merge", "-q", "--no-ff", "-m", "Merge the feature branch", "feature");
    advanceBase("c.py", CLEAN);
    merge("topic");

    assertThat(introduced(judge("Merge the feature branch\n"))).isEmpty();
  }

  @Test
  void footerOfTheChangeCountsWhenTheGateMergesIt() throws Exception {
    String message = "Spawn\n\nEventlet-Guard: skip it goes away with the next change\n";
    change("topic", "a.py", SPAWNS, message);
    advanceBase("b.py", CLEAN);
    merge("topic");

    Invocation skipped = judge(message.replace("\n", "\r\n"));

    assertThat(skipped.status()).isEqualTo(0);
    assertThat(introduced(skipped)).hasSize(2);
  }

  @Test
  void settingsAreThoseOfTheBase() throws Exception {
    change("topic", "a.py", SPAWNS, "Spawn");
    advanceBase(".eventlet-guard.config", "[branch]\n\tstage = eventlet\n");
    merge("topic");

    Invocation judged = judge("Spawn\n", "--fail-on", "error");

    assertThat(introduced(judged)).hasSize(2);
    assertThat(judged.status()).isEqualTo(0);
  }

  @Test
  void messageBelongsToTwoCommits() throws Exception {
    Path message = Files.writeString(folder.resolve("message"), "Spawn\n");
    String repository = work.path().toString();

    for (String range : List.of("HEAD^!", "base...HEAD")) {
      Invocation wrong =
          Invocation.run(
              "diff", "--repo", repository, "--change-message", message.toString(), range);
      assertThat(wrong.status()).isEqualTo(2);
      assertThat(wrong.err())
          .isEqualTo(
              "eventlet-guard: --change-message takes two commits, BASE HEAD or BASE..HEAD%n"
                  .formatted());
    }
    Invocation tree =
        Invocation.run(
            "diff", "--repo", repository, "--change-message", message.toString(), "base^{tree}");
    assertThat(tree.status()).isEqualTo(2);
    Invocation missing =
        Invocation.run("diff", "--repo", repository, "--change-message", "no/such/file", "base");
    assertThat(missing.status()).isEqualTo(2);
  }
}
