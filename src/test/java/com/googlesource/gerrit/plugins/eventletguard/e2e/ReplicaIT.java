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

import com.googlesource.gerrit.plugins.eventletguard.server.GerritProject;
import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On a replica, which nobody may write to, the plugin loads and does nothing. */
final class ReplicaIT {
  @RegisterExtension
  static final GerritServer GERRIT =
      new GerritServer(
          "replica",
          config -> config.setBoolean("plugin", "eventlet-guard", "createAccount", true));

  @Test
  void whatWaitsForAReviewWaitsForThePrimary(TestInfo test) throws Exception {
    GerritProject project = GERRIT.newProject(test);
    GitClone clone = project.cloneTo(GERRIT.newFolder());
    clone.write("worker.py", "import eventlet\n");
    clone.commit("Use Eventlet", GitClone.newChangeId());
    int change = clone.pushForReview("master");
    project.configurePlugin(Map.of("enabled", "true"), GERRIT.newFolder());

    GERRIT.stopConfigureAndStart(config -> config.setBoolean("container", null, "replica", true));
    String log = GERRIT.site().log();
    String threads = GERRIT.jcmd("Thread.print");

    assertThat(log).contains("Loaded plugin eventlet-guard");
    assertThat(log).contains("no change is reviewed: this server is a replica, or");
    assertThat(threads).doesNotContain("eventlet-guard-scan");
    assertThat(threads).doesNotContain("eventlet-guard-sweep");

    GERRIT.stopConfigureAndStart(config -> config.unset("container", null, "replica"));

    GERRIT.awaitCheck(project, change, check -> check.has("outcome"));
    assertThat(GERRIT.review(project, change).comments()).hasSize(1);
  }
}
