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
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Loading, reloading and unloading, seen from inside the server's JVM. */
final class PluginLifeIT {
  private static final String PLUGIN = "plugins/eventlet-guard/";
  private static final String POOL = "eventlet-guard-scan";

  /** The server lets go of a plugin a minute after it was stopped. */
  private static final Duration CLEANUP_LIMIT = Duration.ofSeconds(150);

  private static final String MODULE =
      "com.googlesource.gerrit.plugins.eventletguard.gerrit.module.PluginModule";

  @RegisterExtension
  static final GerritServer GERRIT =
      new GerritServer(
          "life", config -> config.setBoolean("plugin", "eventlet-guard", "createAccount", true));

  @Test
  void reloadsLeaveOneClassLoaderAndUnloadLeavesNoThread() throws Exception {
    GerritProject project = GerritProject.create(GERRIT.site(), "life", GerritProject.ALL_PROJECTS);
    project.configurePlugin(Map.of("enabled", "true"), GERRIT.newFolder());
    for (int reload = 0; reload < 3; reload++) {
      pushUsage(project, "worker%d.py".formatted(reload));
      GERRIT.client().post(PLUGIN + "gerrit~reload", Map.of());
    }
    int reviewed = pushUsage(project, "worker.py");
    assertThat(GERRIT.review(project, reviewed).comments()).hasSize(1);
    assertThat(fewestLoaders()).isEqualTo(1);
    assertThat(GERRIT.jcmd("Thread.print")).contains(POOL);

    GERRIT.client().post(PLUGIN + "gerrit~disable", Map.of());

    assertThat(GERRIT.jcmd("Thread.print")).doesNotContain(POOL);
  }

  private static int pushUsage(GerritProject project, String path) throws Exception {
    GitClone clone = project.cloneTo(GERRIT.newFolder());
    clone.write(path, "import eventlet\n");
    clone.commit("Use Eventlet", GitClone.newChangeId());
    int change = clone.pushForReview("master");
    GERRIT.awaitScans();
    return change;
  }

  /**
   * How many class loaders hold the plugin once the server has let go of those that it stopped and
   * everything is collected that can be.
   */
  private static long fewestLoaders() throws Exception {
    Instant limit = Instant.now().plus(CLEANUP_LIMIT);
    long loaders = loaders();
    while (loaders > 1 && Instant.now().isBefore(limit)) {
      Thread.sleep(500);
      loaders = loaders();
    }
    return loaders;
  }

  private static long loaders() throws Exception {
    GERRIT.jcmd("GC.run");
    return GERRIT
        .jcmd("VM.classloaders", "show-classes")
        .lines()
        .filter(line -> line.endsWith(MODULE))
        .count();
  }
}
