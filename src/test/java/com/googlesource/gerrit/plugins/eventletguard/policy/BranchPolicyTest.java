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

import com.googlesource.gerrit.plugins.eventletguard.change.ChangeReport;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BranchPolicyTest {
  private static final String PATH = "nova/compute/manager.py";

  private static BranchPolicy policy(Stage stage, String... settings) {
    return new BranchPolicy(Scans.settings(settings), stage, Scans.SERIES);
  }

  private static Judgement last(BranchPolicy policy, String path, String... lines) {
    return policy.judge(Scans.findings(path, lines)).getLast();
  }

  @Test
  void newUsageIsAWarningWhereEverythingRunsOnEventlet() {
    assertThat(Scans.judged(policy(Stage.EVENTLET), PATH, "import eventlet", "eventlet.spawn(f)"))
        .containsExactly("1 eventlet warning", "2 eventlet.spawn warning");
  }

  @Test
  void newUsageIsAnErrorWhereThereIsNone() {
    assertThat(Scans.judged(policy(Stage.REMOVED), PATH, "import eventlet", "eventlet.sleep(1)"))
        .containsExactly("1 eventlet error", "2 eventlet.sleep error");
  }

  @Test
  void unguardedUsageSaysWhatBreaksInNativeThreadingMode() {
    Judgement judgement = last(policy(Stage.DUAL), PATH, "import eventlet", "eventlet.sleep(1)");

    assertThat(judgement.finding().severity()).isEqualTo(Severity.ERROR);
    assertThat(judgement.finding().reason()).contains("in native-threading mode this starts a hub");
  }

  @Test
  void linkToANativeThreadSaysThatNothingComesOfIt() {
    Judgement judgement =
        last(
            policy(Stage.DUAL),
            PATH,
            "from oslo_service import threadgroup",
            "group = threadgroup.ThreadGroup()",
            "group.add_thread(poll).link(done)");

    assertThat(judgement.finding().severity()).isEqualTo(Severity.ERROR);
    assertThat(judgement.finding().reason())
        .contains("in native-threading mode this does nothing, so that nobody is told");
  }

  @Test
  void protectionAgainstConcurrentReadersIsNeverSwitchedOff() {
    assertThat(
            Scans.judged(
                policy(Stage.EVENTLET),
                PATH,
                "from eventlet import debug",
                "debug.hub_prevent_multiple_readers(False)"))
        .contains("2 eventlet.debug.hub_prevent_multiple_readers error");
  }

  @Test
  void guardIsNoExcuseOnceEventletIsGone() {
    assertThat(Scans.judged(policy(Stage.REMOVED), PATH, "if is_patched():", "    import eventlet"))
        .containsExactly("2 eventlet error");
  }

  @Test
  void optionalImportIsNoExcuseBeforeThereAreTwoModes() {
    assertThat(
            Scans.judged(
                policy(Stage.EVENTLET),
                PATH,
                "try:",
                "    import eventlet",
                "except ImportError:",
                "    eventlet = None"))
        .containsExactly("2 eventlet warning");
  }

  @Test
  void firstStepTowardsTwoModesIsSilent() {
    assertThat(
            Scans.judged(policy(Stage.EVENTLET), PATH, "if is_patched():", "    import eventlet"))
        .containsExactly("2 eventlet guard");
  }

  @Test
  void requirementIsAWarningWhileEventletIsUsed() {
    assertThat(Scans.judged(policy(Stage.DUAL), "requirements.txt", "eventlet>=0.36.1"))
        .containsExactly("1 eventlet warning");
  }

  @Test
  void requirementIsAnErrorOnceEventletIsGone() {
    assertThat(Scans.judged(policy(Stage.REMOVED), "requirements.txt", "eventlet>=0.36.1"))
        .containsExactly("1 eventlet error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tox.ini", ".zuul.yaml", "zuul.d/jobs.yaml", "playbooks/run/pre.yaml"})
  void jobForTheModeThatIsStillSupportedIsAdvice(String path) {
    assertThat(
            Scans.judged(
                policy(Stage.DUAL),
                path,
                "setenv:",
                "  OS_NOVA_DISABLE_EVENTLET_PATCHING: false",
                "  concurrency_backend: eventlet"))
        .contains("2 OS_NOVA_DISABLE_EVENTLET_PATCHING=false info");
  }

  @Test
  void jobThatSelectsTheModeByAnOptionIsAdvice() {
    assertThat(
            Scans.judged(
                policy(Stage.DUAL),
                ".zuul.yaml",
                "devstack_local_conf: {nova-cpu.conf: {DEFAULT: {concurrency_backend: eventlet}}}"))
        .containsExactly("1 concurrency_backend=eventlet info");
  }

  @Test
  void jobForTheModeThatIsGoneIsNoAdvice() {
    assertThat(
            Scans.judged(
                policy(Stage.REMOVED),
                ".zuul.yaml",
                "vars:",
                "  OS_NOVA_DISABLE_EVENTLET_PATCHING: false"))
        .containsExactly("2 OS_NOVA_DISABLE_EVENTLET_PATCHING=false warning");
  }

  @Test
  void serviceThatAsksForTheOldModeIsNoJob() {
    assertThat(
            Scans.judged(
                policy(Stage.DUAL),
                "deploy/nova.service",
                "[Service]",
                "Environment=OS_NOVA_DISABLE_EVENTLET_PATCHING=false"))
        .containsExactly("2 OS_NOVA_DISABLE_EVENTLET_PATCHING=false warning");
  }

  @Test
  void testsAreAdvice() {
    assertThat(Scans.judged(policy(Stage.EVENTLET), "nova/tests/unit/test_x.py", "import eventlet"))
        .containsExactly("1 eventlet info");
  }

  @Test
  void testsAreIgnoredWhereThereAreTwoModes() {
    assertThat(Scans.judged(policy(Stage.DUAL), "nova/tests/unit/x.py", "import eventlet"))
        .containsExactly("1 eventlet tests");
  }

  @Test
  void testsCountWhereTheProjectSaysSo() {
    assertThat(
            Scans.judged(
                policy(Stage.DUAL, "[tests]", "judge = judge"),
                "nova/tests/unit/x.py",
                "import eventlet"))
        .containsExactly("1 eventlet error");
  }

  @Test
  void projectNamesItsTests() {
    assertThat(
            Scans.judged(
                policy(Stage.DUAL, "[tests]", "path = fixtures"),
                "nova/fixtures/x.py",
                "import eventlet"))
        .containsExactly("1 eventlet tests");
  }

  @Test
  void pathIsLeftOut() {
    assertThat(
            Scans.judged(
                policy(Stage.REMOVED, "[ignore]", "path = /samples"),
                "samples/x/y.py",
                "import eventlet"))
        .containsExactly("1 eventlet path");
  }

  @Test
  void ruleIsDisabled() {
    assertThat(
            Scans.judged(
                policy(Stage.REMOVED, "[ignore]", "rule = eventlet"),
                PATH,
                "import eventlet",
                "eventlet.spawn(f)"))
        .containsExactly("1 eventlet rule", "2 eventlet.spawn error");
  }

  @Test
  void severityOfTheProjectHolds() {
    assertThat(
            Scans.judged(
                policy(Stage.REMOVED, "[severity]", "info = EVT110"),
                PATH,
                "import eventlet",
                "eventlet.spawn(f)"))
        .containsExactly("1 eventlet error", "2 eventlet.spawn info");
  }

  @Test
  void onlyTheImportCountsInAFacade() {
    assertThat(
            Scans.judged(
                policy(Stage.EVENTLET, "[facade]", "path = swift/common/concurrency.py"),
                "swift/common/concurrency.py",
                "import eventlet",
                "spawn = eventlet.spawn"))
        .containsExactly("1 eventlet warning", "2 eventlet.spawn facade");
  }

  @Test
  void movingUsageBehindAFacadeIsNoIntroduction() {
    List<Finding> removed = Scans.findings("swift/obj/server.py", "from eventlet import sleep");
    List<Finding> introduced =
        Scans.findings(
            "swift/common/concurrency.py",
            "from eventlet import sleep",
            "from eventlet import wsgi");
    JudgedReport report =
        policy(Stage.EVENTLET, "[facade]", "path = swift/common/concurrency.py")
            .judge(new ChangeReport(introduced, removed, 0, List.of(), List.of()));

    assertThat(report.counted().introduced()).hasSize(1);
    assertThat(report.counted().introduced().getFirst().usage().symbol())
        .isEqualTo("eventlet.wsgi");
    assertThat(report.introduced().getFirst().silence().orElseThrow().by())
        .isEqualTo(Silence.By.FACADE);
  }

  @Test
  void silencedFindingsAreInNoReview() {
    List<Finding> findings = Scans.findings("nova/tests/x.py", "import eventlet");
    JudgedReport report =
        policy(Stage.DUAL).judge(new ChangeReport(findings, findings, 3, findings, List.of()));

    assertThat(report.counted())
        .isEqualTo(new ChangeReport(List.of(), List.of(), 3, List.of(), List.of()));
  }

  @Test
  void keywordOfTheOtherBackendSaysWhichBackendRefusesIt() {
    BranchPolicy dual = new BranchPolicy(BranchSettings.DEFAULT, Stage.DUAL, Scans.SERIES);
    String[] lines = {
      "from oslo_service import threadgroup",
      "threadgroup.ThreadGroup(thread_pool_size=3)",
      "threadgroup.ThreadGroup(max_threads=3)"
    };

    assertThat(
            dual.judge(Scans.findings("a.py", lines)).stream()
                .map(judgement -> judgement.finding().remark().orElse(""))
                .map(remark -> remark.replaceFirst(".* in native-threading mode ", ""))
                .toList())
        .containsExactly(
            "oslo.service's threading backend refuses it.",
            "this keyword is right, and with Eventlet the call fails, which calls it"
                + " thread_pool_size.")
        .inOrder();
  }
}
