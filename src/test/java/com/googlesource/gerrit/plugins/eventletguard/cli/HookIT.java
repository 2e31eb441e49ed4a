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
import static com.googlesource.gerrit.plugins.eventletguard.server.CommandLineJar.run;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.googlesource.gerrit.plugins.eventletguard.server.CommandLineJar.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Hooks that the jar installs, called by git itself. */
class HookIT {
  private static final String CLEAN = "import time\n";
  private static final String SPAWNS = "import eventlet\n\neventlet.spawn(print)\n";

  @TempDir Path folder;

  private GitFolder work;

  @BeforeEach
  void makeRepository() throws Exception {
    work = GitFolder.init(folder.resolve("it's work"));
    work.commit("a.py", CLEAN);
  }

  private Output install(String... arguments) throws Exception {
    return hook("install", arguments);
  }

  private Output hook(String command, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("hook", command, "--repo", work.path().toString()));
    all.addAll(List.of(arguments));
    return run(all.toArray(String[]::new));
  }

  private String refused(String... gitArguments) {
    return assertThrows(IOException.class, () -> work.git(gitArguments)).getMessage();
  }

  @Test
  void commitOfEventletIsRefusedUnlessItIsMeant() throws Exception {
    Output installed = install();
    work.stage("a.py", SPAWNS);

    String refusal = refused("commit", "-q", "-m", "Spawn");

    assertThat(installed.err()).isEmpty();
    assertThat(installed.out()).contains("`git commit --no-verify` passes it by");
    assertThat(refusal).contains("a.py:3:1: error EVT110");
    assertThat(refusal).contains("eventlet-guard: `git commit --no-verify` passes this by.");
    work.git("commit", "-q", "--no-verify", "-m", "Spawn");
    work.commit("b.py", CLEAN);
  }

  @Test
  void whatIsCommittedCountsWhateverIsStaged() throws Exception {
    work.commit("b.py", CLEAN);
    install();
    Files.writeString(work.path().resolve("a.py"), SPAWNS);

    assertThat(refused("commit", "-q", "-a", "-m", "Spawn")).contains("a.py:3:1: error EVT110");

    work.git("add", "a.py");
    Files.writeString(work.path().resolve("b.py"), CLEAN + "\n");
    work.git("commit", "-q", "-m", "Only b", "b.py");
    assertThat(work.git("show", "--name-only", "--format=")).isEqualTo("b.py\n");
  }

  @Test
  void severityThatStopsGitIsChosen() throws Exception {
    work.commit("green.py", SPAWNS);
    install("--fail-on", "error");

    // The project runs on Eventlet, where more of it is a warning.
    work.commit("a.py", SPAWNS);
  }

  @Test
  void pushIsComparedWithWhatTheRemoteHas() throws Exception {
    GitFolder remote = new GitFolder(Files.createDirectories(folder.resolve("remote")));
    remote.git("init", "-q", "--bare", "-b", "master");
    work.git("remote", "add", "origin", remote.path().toString());
    install("pre-push");

    // Of a remote of which nothing is known there is nothing to say.
    assertThat(work.git("push", "origin", "master")).contains("nothing is known here");
    work.commit("a.py", SPAWNS);
    work.commit("b.py", CLEAN);

    for (String destination :
        List.of("master", "refs/for/master%wip", "refs/for/master/topic", "refs/heads/new")) {
      work.git("remote", "set-head", "origin", "master");
      assertThat(refused("push", "-q", "origin", "HEAD:" + destination))
          .contains("a.py:3:1: error EVT110");
    }
    work.git("tag", "v1");
    work.git("push", "-q", "origin", "v1");
    work.git("push", "-q", "--no-verify", "origin", "master");
    work.git("push", "-q", "origin", "HEAD~1:refs/heads/old");
    work.git("push", "-q", "origin", ":old");
  }

  @Test
  void linkedWorkTreesShareTheHook() throws Exception {
    install();
    work.git("worktree", "add", "-q", "-b", "topic", "../linked");
    GitFolder linked = new GitFolder(folder.resolve("linked"));
    linked.stage("a.py", SPAWNS);

    assertThat(
            assertThrows(IOException.class, () -> linked.git("commit", "-q", "-m", "Spawn"))
                .getMessage())
        .contains("a.py:3:1: error EVT110");
  }

  @Test
  void hooksOfOthersStay() throws Exception {
    work.git("config", "core.hooksPath", "hooks");
    Path own = Files.createDirectories(work.path().resolve("hooks")).resolve("pre-commit");
    Files.writeString(own, "#!/bin/sh\n");

    Output installed = install();

    assertThat(installed.status()).isEqualTo(2);
    assertThat(installed.err()).contains("is there already, and another's; add to it: ");
    assertThat(installed.err()).contains("hook run --fail-on warning pre-commit \"$@\"");
    assertThat(hook("uninstall").status()).isEqualTo(2);
    assertThat(Files.readString(own)).isEqualTo("#!/bin/sh\n");
  }

  @Test
  void hookIsReplacedAndRemoved() throws Exception {
    install("pre-commit", "pre-push");
    install("pre-commit", "--fail-on", "error");
    Path file = work.path().resolve(".git/hooks/pre-commit");

    assertThat(Files.readString(file)).contains("--fail-on error");
    assertThat(hook("uninstall", "pre-commit", "pre-push").status()).isEqualTo(0);
    assertThat(Files.exists(file)).isFalse();
    assertThat(hook("uninstall").out()).startsWith("There is no ");
  }

  @Test
  void entryOfPreCommitLooksAtWhatIsStaged() throws Exception {
    List<?> hooks =
        (List<?>)
            new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of(".pre-commit-hooks.yaml")));
    String entry = ((Map<?, ?>) hooks.getFirst()).get("entry").toString();
    work.stage("a.py", SPAWNS);

    Output without = preCommit(entry, "");
    Output with =
        preCommit(
            entry,
            Path.of(System.getProperty("project.build.directory"), "eventlet-guard-cli.jar")
                .toString());

    assertThat(without.status()).isEqualTo(2);
    assertThat(without.err()).contains("no jar is not there");
    assertThat(with.status()).isEqualTo(1);
    assertThat(with.out()).contains("a.py:3:1: error EVT110");
  }

  private Output preCommit(String entry, String jar) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(Path.of(entry).toAbsolutePath().toString())
            .directory(work.path().toFile());
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("EVENTLET_GUARD_JAR", jar);
    builder
        .environment()
        .put(
            "EVENTLET_GUARD_JAVA", Path.of(System.getProperty("java.home"), "bin/java").toString());
    Path err = folder.resolve("err");
    Process process = builder.redirectError(err.toFile()).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Output(process.waitFor(), out, Files.readString(err));
  }
}
