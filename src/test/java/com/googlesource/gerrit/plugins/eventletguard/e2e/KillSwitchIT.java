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
import com.googlesource.gerrit.plugins.eventletguard.server.GerritProject;
import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code enabled = false} in {@code gerrit.config}: the plugin is there and does nothing. */
final class KillSwitchIT {
  @RegisterExtension
  static final GerritServer GERRIT =
      new GerritServer(
          "switched-off",
          config -> {
            config.setBoolean("plugin", "eventlet-guard", "createAccount", true);
            config.setBoolean("plugin", "eventlet-guard", "enabled", false);
            config.setString("plugin", "eventlet-guard", "sweepInterval", "1 second");
          });

  @Test
  void nothingIsReviewedWhateverTheProjectSaysAndRestStillAnswers() throws Exception {
    GerritProject project =
        GerritProject.create(GERRIT.site(), "switched-off", GerritProject.ALL_PROJECTS);
    project.configurePlugin(Map.of("enabled", "enforced"), GERRIT.newFolder());
    GitClone clone = project.cloneTo(GERRIT.newFolder());
    clone.write("worker.py", "import eventlet\n");
    clone.commit("Use Eventlet", GitClone.newChangeId());
    int change = clone.pushForReview("master");

    JsonObject check = GERRIT.check(project, change);
    JsonObject status =
        GERRIT.client().get("config/server/eventlet-guard~status").getAsJsonObject();

    assertThat(check.get("skipped").getAsString()).isEqualTo("disabled");
    assertThat(status.get("enabled").getAsBoolean()).isFalse();
    assertThat(status.getAsJsonObject("scans").entrySet()).isEmpty();
    assertThat(GERRIT.review(project, change).isEmpty()).isTrue();
    assertThat(GERRIT.site().log()).contains("no change is reviewed: this server is a replica, or");
  }
}
