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

import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import com.googlesource.gerrit.plugins.eventletguard.server.ChangeReview;
import com.googlesource.gerrit.plugins.eventletguard.server.GerritProject;
import com.googlesource.gerrit.plugins.eventletguard.server.GitClone;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rules of a project on the branch that a change is for. */
final class ProjectRulesIT {
  private static final String SETTINGS = ".eventlet-guard.config";
  private static final String RULE =
      """
      [rule "EVT901"]
        name = own-start
        title = The helper of the project starts a green thread
        severity = warning
        kind = use
        symbol = service.utils.start
        reason = It starts a green thread.
        alternative = our pool
      """;
  private static final String PATH = "service/worker.py";
  private static final String USES = "from service import utils\n\nutils.start(print)\n";

  @RegisterExtension static final GerritServer GERRIT = GerritServer.shared();

  private GerritProject project;
  private GitClone clone;

  @BeforeEach
  void makeProject(TestInfo test) throws Exception {
    project = GERRIT.newProject(test);
    project.configurePlugin(Map.of("enabled", "true"), GERRIT.newFolder());
    clone = project.cloneTo(GERRIT.newFolder());
  }

  @Test
  void ruleOnTheTargetBranchSpeaksInline() throws Exception {
    clone.write(SETTINGS, RULE);
    clone.commit("Add a rule", GitClone.newChangeId());
    clone.pushBranch("master");

    ChangeReview review = GERRIT.review(project, push());

    assertThat(review.comments()).hasSize(1);
    assertThat(review.comments().getFirst().rule()).isEqualTo("EVT901");
    assertThat(review.comments().getFirst().path()).isEqualTo(PATH);
    assertThat(review.comments().getFirst().range()).isEqualTo(new Range(3, 0, 3, 11));
    assertThat(review.comments().getFirst().message()).contains("- our pool");
  }

  @Test
  void ruleThatTheChangeItselfBringsDoesNotHoldYet() throws Exception {
    clone.write(SETTINGS, RULE);

    assertThat(GERRIT.review(project, push()).isEmpty()).isTrue();
  }

  private int push() throws Exception {
    clone.write(PATH, USES);
    clone.commit("Start the worker", GitClone.newChangeId());
    return clone.pushForReview("master");
  }
}
