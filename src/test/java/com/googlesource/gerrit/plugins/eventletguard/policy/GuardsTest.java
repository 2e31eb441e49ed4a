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

import org.junit.jupiter.api.Test;

class GuardsTest {
  private static final BranchPolicy DUAL =
      new BranchPolicy(BranchSettings.DEFAULT, Stage.DUAL, Scans.SERIES);

  private static String last(String... lines) {
    return Scans.judged(DUAL, "nova/utils.py", lines).getLast();
  }

  private static String inFile(String path, String... lines) {
    return Scans.judged(DUAL, path, lines).getLast();
  }

  @Test
  void bothBranchesOfAConditionOnTheModeAreGuarded() {
    assertThat(
            Scans.judged(
                DUAL,
                "nova/utils.py",
                "import eventlet",
                "def pause():",
                "    if monkey_patch.is_patched():",
                "        eventlet.sleep(0)",
                "    else:",
                "        eventlet.spawn(f)"))
        .containsExactly("1 eventlet error", "4 eventlet.sleep guard", "6 eventlet.spawn guard")
        .inOrder();
  }

  @Test
  void backendThatIsSelectedTogetherWithThePatchingIsGuarded() {
    assertThat(
            Scans.judged(
                new BranchPolicy(Scans.settings(), Stage.EVENTLET, Scans.SERIES),
                "manila/monkey_patch.py",
                "def patch(backend='eventlet'):",
                "    if should_patch:",
                "        import oslo_service.backend as service",
                "        service.init_backend(service.BackendType.EVENTLET)"))
        .containsExactly("4 oslo_service.backend.BackendType.EVENTLET guard");
  }

  @Test
  void whatFollowsAnEarlyExitIsGuarded() {
    assertThat(
            last(
                "import eventlet",
                "def pause():",
                "    if utils.concurrency_mode_threading():",
                "        return",
                "    eventlet.sleep(0)"))
        .isEqualTo("5 eventlet.sleep guard");
  }

  @Test
  void whatFollowsAConditionWithoutExitIsNot() {
    assertThat(
            last(
                "import eventlet",
                "def pause():",
                "    if utils.concurrency_mode_threading():",
                "        log()",
                "    eventlet.sleep(0)"))
        .isEqualTo("5 eventlet.sleep error");
  }

  @Test
  void anEarlyExitGuardsItsOwnBlockOnly() {
    assertThat(
            last(
                "import eventlet",
                "for x in y:",
                "    if is_patched():",
                "        continue",
                "    pass",
                "eventlet.sleep(0)"))
        .isEqualTo("6 eventlet.sleep error");
  }

  @Test
  void anAssertionOfTheModeGuardsWhatFollows() {
    assertThat(last("import eventlet", "assert is_patched()", "eventlet.sleep(0)"))
        .isEqualTo("3 eventlet.sleep guard");
  }

  @Test
  void aConditionalExpressionGuards() {
    assertThat(last("server(executor='eventlet') if monkey_patch.is_patched() else server()"))
        .isEqualTo("1 executor=eventlet guard");
  }

  @Test
  void andGuardsItsLaterOperands() {
    assertThat(last("import eventlet", "x = is_patched() and eventlet.sleep(0)"))
        .isEqualTo("2 eventlet.sleep guard");
  }

  @Test
  void anEnvironmentVariableOfTheProjectIsACondition() {
    assertThat(
            last(
                "import eventlet",
                "if os.environ.get('OS_NOVA_DISABLE_EVENTLET_PATCHING') != '1':",
                "    eventlet.monkey_patch()"))
        .isEqualTo("3 eventlet.monkey_patch guard");
  }

  @Test
  void aBackendOfOsloServiceIsACondition() {
    assertThat(
            last(
                "import eventlet",
                "if backend.get_backend_type() == backend.BackendType.EVENTLET:",
                "    eventlet.sleep(0)"))
        .isEqualTo("3 eventlet.sleep guard");
  }

  @Test
  void aFunctionInsideAGuardIsGuarded() {
    assertThat(
            last(
                "import eventlet",
                "if is_patched():",
                "    def pause():",
                "        eventlet.sleep(0)"))
        .isEqualTo("4 eventlet.sleep guard");
  }

  @Test
  void poisonIsWelcome() {
    assertThat(
            last(
                "def poison_eventlet():",
                "    import eventlet",
                "    eventlet.monkey_patch = None",
                "    eventlet.spawn()"))
        .isEqualTo("4 eventlet.spawn guard");
  }

  @Test
  void theHelperThatImportsEventletIsGuarded() {
    assertThat(last("def get_eventlet():", "    import eventlet", "    return eventlet"))
        .isEqualTo("3 eventlet guard");
  }

  @Test
  void anImportThatMayFailIsGuarded() {
    assertThat(last("try:", "    import eventlet", "except ImportError:", "    eventlet = None"))
        .isEqualTo("2 eventlet guard");
  }

  @Test
  void anImportThatIsTriedIsGuarded() {
    assertThat(last("eventlet = importutils.try_import('eventlet')")).isEqualTo("1 eventlet guard");
  }

  @Test
  void monkeyPatchingWhereverEventletIsThereIsNot() {
    assertThat(
            last(
                "try:",
                "    import eventlet",
                "    eventlet.monkey_patch()",
                "except ImportError:",
                "    pass"))
        .isEqualTo("3 eventlet.monkey_patch error");
  }

  @Test
  void otherExceptionsGuardNothing() {
    assertThat(last("try:", "    import eventlet", "except ValueError:", "    pass"))
        .isEqualTo("2 eventlet error");
  }

  @Test
  void aConditionOnTheModuleGuards() {
    assertThat(last("import eventlet", "if eventlet is not None:", "    eventlet.sleep(0)"))
        .isEqualTo("3 eventlet.sleep guard");
  }

  @Test
  void aCheckForAGreenPoolGuards() {
    assertThat(
            last(
                "import futurist",
                "if isinstance(pool, futurist.GreenThreadPoolExecutor):",
                "    log(pool)"))
        .isEqualTo("2 futurist.GreenThreadPoolExecutor guard");
  }

  @Test
  void aConditionThatUsesEventletGuardsNothing() {
    assertThat(
            last(
                "import eventlet",
                "if isinstance(error, eventlet.Timeout):",
                "    eventlet.sleep(0)"))
        .isEqualTo("3 eventlet.sleep error");
  }

  @Test
  void nameThatMerelyHoldsTheWordIsNoCondition() {
    assertThat(last("import eventlet", "if eventlet_debug:", "    eventlet.sleep(0)"))
        .isEqualTo("3 eventlet.sleep error");
  }

  @Test
  void moduleThatPatchesIsAGuard() {
    assertThat(inFile("nova/monkey_patch.py", "import eventlet")).isEqualTo("1 eventlet guard");
  }

  @Test
  void packageOfCommandsForEventletIsAGuard() {
    assertThat(inFile("watcher/cmd/eventlet/__init__.py", "import eventlet"))
        .isEqualTo("1 eventlet guard");
  }

  @Test
  void projectNamesItsOwnGuards() {
    BranchPolicy policy =
        new BranchPolicy(
            Scans.settings(
                "[guard]", "condition = green", "function = for_green", "path = green/*.py"),
            Stage.DUAL,
            Scans.SERIES);

    assertThat(Scans.judged(policy, "a.py", "if green():", "    import eventlet"))
        .containsExactly("2 eventlet guard");
    assertThat(Scans.judged(policy, "a.py", "def for_green():", "    import eventlet"))
        .containsExactly("2 eventlet guard");
    assertThat(Scans.judged(policy, "a/green/a.py", "import eventlet"))
        .containsExactly("1 eventlet guard");
  }
}
