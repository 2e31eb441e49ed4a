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

import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritProject;
import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whether a project's settings and permissions decide how loudly it is spoken to. */
final class ProjectSettingsIT {
  private static final String LABEL = "Eventlet-Free";

  @RegisterExtension static final GerritServer GERRIT = GerritServer.shared();

  private String name;

  @BeforeEach
  void nameProject(TestInfo test) {
    name = "settings/" + test.getTestMethod().orElseThrow().getName();
  }

  @Test
  void projectIsNotSpokenToByDefault() throws Exception {
    GerritProject project = project(GerritProject.ALL_PROJECTS);

    assertThat(pushUsage(project).isEmpty()).isTrue();
  }

  @Test
  void projectInheritsThatItIsEnabled() throws Exception {
    GerritProject parent = parent();
    configure(parent, Map.of("enabled", "true"));

    assertThat(pushUsage(project(parent.name())).comments()).hasSize(1);
  }

  @Test
  void projectOverridesItsParent() throws Exception {
    GerritProject parent = parent();
    configure(parent, Map.of("enabled", "true"));
    GerritProject project = project(parent.name());
    configure(project, Map.of("enabled", "false"));

    assertThat(pushUsage(project).isEmpty()).isTrue();
  }

  @Test
  void enabledProjectWithoutLabelGetsCommentsOnly() throws Exception {
    GerritProject project = project(GerritProject.ALL_PROJECTS);
    configure(project, Map.of("enabled", "true"));

    ChangeReview review = pushUsage(project);

    assertThat(review.comments()).hasSize(1);
    assertThat(review.votes()).isEmpty();
  }

  @Test
  void missingLabelCostsOnlyTheVoteAndIsLogged() throws Exception {
    GerritProject project = project(GerritProject.ALL_PROJECTS);
    configure(project, Map.of("enabled", "true", "label", "No-Such-Label"));

    ChangeReview review = pushUsage(project);

    assertThat(review.comments()).hasSize(1);
    assertThat(review.votes()).isEmpty();
    assertThat(GERRIT.site().log())
        .contains("changes of %s have no label No-Such-Label".formatted(name));
  }

  @Test
  void labelWithoutPermissionCostsOnlyTheVoteAndIsLogged() throws Exception {
    GerritProject project = project(GerritProject.ALL_PROJECTS);
    project.defineLabel(LABEL);
    configure(project, Map.of("enabled", "true", "label", LABEL));

    ChangeReview review = pushUsage(project);

    assertThat(review.comments()).hasSize(1);
    assertThat(review.votes()).isEmpty();
    assertThat(GERRIT.site().log())
        .contains("reviews in %s are posted without %s -1".formatted(name, LABEL));
  }

  @Test
  void valueOfVoteIsTheProjectsChoice() throws Exception {
    GerritProject project = project(GerritProject.ALL_PROJECTS);
    project.allowServiceUsersToVote("Code-Review", -2, 2);
    configure(project, Map.of("enabled", "true", "label", "Code-Review", "voteOnFindings", "-2"));

    assertThat(pushUsage(project).vote("Code-Review")).hasValue(-2);
  }

  @Test
  void projectWithUnusualNameIsReviewed() throws Exception {
    name = "settings/a b+cé&d";
    GerritProject project = project(GerritProject.ALL_PROJECTS);
    configure(project, Map.of("enabled", "true"));

    assertThat(pushUsage(project).comments()).hasSize(1);
  }

  private GerritProject parent() throws Exception {
    return GerritProject.create(GERRIT.site(), name + "-parent", GerritProject.ALL_PROJECTS);
  }

  private GerritProject project(String parent) throws Exception {
    return GerritProject.create(GERRIT.site(), name, parent);
  }

  private static void configure(GerritProject project, Map<String, String> settings)
      throws Exception {
    project.configurePlugin(settings, GERRIT.newFolder());
  }

  private static ChangeReview pushUsage(GerritProject project) throws Exception {
    GitClone clone = project.cloneTo(GERRIT.newFolder());
    clone.write("worker.py", "from eventlet import greenpool\n");
    clone.commit("Use a pool", GitClone.newChangeId());
    return GERRIT.review(project, clone.pushForReview("master"));
  }
}
