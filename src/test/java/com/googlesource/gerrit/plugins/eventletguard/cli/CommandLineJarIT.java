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

import com.googlesource.gerrit.plugins.eventletguard.server.CommandLineJar.Output;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is built, with the JGit that it ships: the unit tests run with Gerrit's. */
class CommandLineJarIT {
  private static final String CLEAN = "import time\n";
  private static final String SPAWNS = "import eventlet\n\neventlet.spawn(print)\n";

  @TempDir Path folder;

  private GitFolder work;

  @BeforeEach
  void makeRepository() throws Exception {
    work = GitFolder.init(folder.resolve("work"));
    work.commit("a.py", CLEAN);
  }

  @Test
  void linkedWorkTreeHasItsOwnHeadAndIndex() throws Exception {
    work.git("worktree", "add", "-q", "-b", "topic", "../linked");
    GitFolder linked = new GitFolder(folder.resolve("linked"));
    linked.commit("a.py", SPAWNS);
    linked.stage("b.py", SPAWNS);

    Output revisions = run("diff", "--repo", linked.path().toString(), "master");
    Output staged = run("diff", "--repo", linked.path().toString(), "--staged");

    assertThat(revisions.status()).isEqualTo(1);
    assertThat(revisions.out()).contains("a.py:3:1: error EVT110");
    assertThat(staged.status()).isEqualTo(1);
    assertThat(staged.out()).contains("b.py:3:1: warning EVT110");
    assertThat(staged.out()).doesNotContain("a.py:3:1");
  }

  @Test
  void aPipeGetsTheSameBytesEveryTime() throws Exception {
    work.commit("a.py", SPAWNS);
    String[] arguments = {"diff", "--repo", work.path().toString(), "--format", "json", "HEAD~1"};

    Output first = run(arguments);

    assertThat(first.err()).isEmpty();
    assertThat(first.out()).contains("\"introduced\": [");
    assertThat(run(arguments)).isEqualTo(first);
  }
}
