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

package com.googlesource.gerrit.plugins.eventletguard.policy;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.scan.modules.ModuleTree;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a finding is worth that comes through a module of the tree. */
class ReexportPolicyTest {
  private static final String USER = "app/user.py";

  private static ModuleTree app(String... facade) {
    return new ModuleTree()
        .withPackages("app")
        .with("app/facade.py", facade)
        .with(USER, "from app.facade import Pool");
  }

  private static Judgement judged(ModuleTree tree, Stage stage, String... settings) {
    List<Judgement> judgements =
        new BranchPolicy(Scans.settings(settings), stage, Scans.SERIES).judge(tree.findings(USER));
    assertThat(judgements).hasSize(1);
    return judgements.getFirst();
  }

  private static String outcome(ModuleTree tree, Stage stage, String... settings) {
    Judgement judgement = judged(tree, stage, settings);
    return judgement
        .silence()
        .map(silence -> silence.by().word())
        .orElse(judgement.finding().severity().word());
  }

  @Test
  void itCountsLikeADirectUsage() {
    ModuleTree tree = app("from eventlet import GreenPool as Pool");

    assertThat(outcome(tree, Stage.EVENTLET)).isEqualTo("warning");
    assertThat(outcome(tree, Stage.DUAL)).isEqualTo("error");
    assertThat(outcome(tree, Stage.REMOVED)).isEqualTo("error");
  }

  @Test
  void reasonNamesTheModule() {
    assertThat(
            judged(app("from eventlet import GreenPool as Pool"), Stage.EVENTLET)
                .finding()
                .reason())
        .contains("It is `eventlet.GreenPool`, which comes through `app/facade.py`.");
  }

  @Test
  void whatComesThroughAFacadeCountsThere() {
    ModuleTree tree = app("from eventlet import GreenPool as Pool");

    assertThat(outcome(tree, Stage.DUAL, "[facade]", "path = /app/facade.py")).isEqualTo("facade");
  }

  @Test
  void facadeAnywhereOnTheWayIsEnough() {
    ModuleTree tree =
        app("from app.deep import Pool")
            .with("app/deep.py", "from eventlet import GreenPool as Pool");

    assertThat(outcome(tree, Stage.DUAL, "[facade]", "path = /app/deep.py")).isEqualTo("facade");
  }

  @Test
  void moduleThatAsksForTheModeIsAGuard() {
    ModuleTree tree =
        app(
            "if concurrency_mode_threading():",
            "    from futures import Pool",
            "else:",
            "    from eventlet import GreenPool as Pool");

    assertThat(outcome(tree, Stage.EVENTLET)).isEqualTo("guard");
    assertThat(outcome(tree, Stage.DUAL)).isEqualTo("guard");
  }

  @Test
  void nameThatMayBeMissingIsAdviceWhereThereAreTwoModes() {
    ModuleTree tree =
        app(
            "try:",
            "    from eventlet import GreenPool as Pool",
            "except ImportError:",
            "    Pool = None");

    assertThat(outcome(tree, Stage.EVENTLET)).isEqualTo("warning");
    assertThat(outcome(tree, Stage.DUAL)).isEqualTo("info");
  }

  @Test
  void nameThatMayBeAnythingElseIsAdvice() {
    ModuleTree tree =
        app(
            "if PLATFORM == 'x':",
            "    from futures import Pool",
            "else:",
            "    from eventlet import GreenPool as Pool");

    assertThat(outcome(tree, Stage.EVENTLET)).isEqualTo("info");
    assertThat(judged(tree, Stage.EVENTLET).finding().reason())
        .contains("It may be `eventlet.GreenPool`");
  }

  @Test
  void commentAtTheImportSilencesIt() {
    ModuleTree tree =
        app("from eventlet import GreenPool as Pool")
            .with(USER, "from app.facade import Pool  # noqa");

    assertThat(outcome(tree, Stage.DUAL)).isEqualTo("suppression");
  }
}
