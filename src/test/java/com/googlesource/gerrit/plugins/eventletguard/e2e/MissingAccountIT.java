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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A site whose administrator has not made the account yet. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class MissingAccountIT {
  @RegisterExtension
  static final GerritServer GERRIT = new GerritServer("no-account", config -> {});

  @Test
  @Order(1)
  void logSaysOnceHowToMakeTheAccount() throws Exception {
    GerritProject project = enabledProject("missing-account");

    push(project);
    push(project);

    GERRIT.awaitScans();
    assertThat(GERRIT.site().log().split("no account 'eventlet-guard' to review with", -1))
        .hasLength(2);
    assertThat(GERRIT.site().log()).contains("gerrit create-account --group \"'Service Users'\"");
  }

  @Test
  @Order(2)
  void accountThatIsMadeLaterReviewsAtOnce() throws Exception {
    GerritProject project = enabledProject("account-made");
    GERRIT
        .client()
        .put(
            "accounts/eventlet-guard",
            Map.of("name", "Eventlet Guard", "groups", List.of("Service Users")));

    int change = push(project);

    assertThat(GERRIT.review(project, change).comments()).hasSize(1);
  }

  private static GerritProject enabledProject(String name) throws Exception {
    GerritProject project = GerritProject.create(GERRIT.site(), name, GerritProject.ALL_PROJECTS);
    project.configurePlugin(Map.of("enabled", "true"), GERRIT.newFolder());
    return project;
  }

  private static int push(GerritProject project) throws Exception {
    GitClone clone = project.cloneTo(GERRIT.newFolder());
    clone.write("worker.py", "import eventlet\n");
    clone.commit("Use Eventlet", GitClone.newChangeId());
    return clone.pushForReview("master");
  }
}
