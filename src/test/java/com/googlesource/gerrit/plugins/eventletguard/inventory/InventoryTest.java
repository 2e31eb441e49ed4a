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

package com.googlesource.gerrit.plugins.eventletguard.inventory;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.policy.Stage;
import com.googlesource.gerrit.plugins.eventletguard.rules.DesignPattern;
import com.googlesource.gerrit.plugins.eventletguard.rules.Tier;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InventoryTest {
  private static final String USES = "import eventlet\n\neventlet.spawn(print)\n";
  private static final String GUARDED =
      "def run(f):\n    if is_monkey_patched():\n        import eventlet\n";
  private static final String SERVES =
      "from eventlet import wsgi\n\nwsgi.server(socket, application)\n";
  private static final String SERVICE = "[entry_points]\nconsole_scripts =\n a = a.cmd.run:main\n";

  private static Step step(Inventory inventory, String word) {
    return inventory.checklist().steps().stream()
        .filter(step -> step.title().contains(word))
        .findFirst()
        .orElseThrow();
  }

  private static Criterion criterion(Inventory inventory, String series) {
    return inventory.criteria().stream()
        .filter(criterion -> criterion.series().id().equals(series))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> places(List<InventoriedFinding> findings) {
    return findings.stream()
        .map(finding -> finding.finding().path() + ":" + finding.finding().range().startLine())
        .toList();
  }

  @Test
  void findingIsOpenGuardedInATestOrSilenced() {
    Inventory inventory =
        Trees.inventory(
            Map.of(
                "a/open.py", "import eventlet\n",
                "a/guarded.py", GUARDED,
                "a/tests/test_a.py", "import eventlet\n",
                "a/silenced.py", "import eventlet  # noqa: EVT100\n"));

    assertThat(inventory.stage()).isEqualTo(Stage.DUAL);
    assertThat(inventory.usages().tally()).isEqualTo(new Tally(1, 1, 1, 1));
    assertThat(inventory.usages().byDirectory(2).keySet()).containsExactly("a", "a/tests");
  }

  @Test
  void findingIsCountedUnderEachRowOfTheTables() {
    Usages usages =
        Trees.inventory(Map.of("a.py", "import eventlet\n\neventlet.GreenPool()\n")).usages();

    assertThat(usages.byTier().get(Tier.COROUTINES).total()).isEqualTo(1);
    assertThat(usages.byTier().get(Tier.TASKS).total()).isEqualTo(1);
    assertThat(usages.byTier().get(Tier.TOOLS).total()).isEqualTo(0);
    assertThat(usages.byDesignPattern().keySet()).containsExactlyElementsIn(DesignPattern.values());
    assertThat(usages.byCategory().values().stream().mapToInt(Tally::total).sum()).isEqualTo(2);
  }

  @Test
  void whatIsOpenOrInATestStandsInExactlyOneStep() {
    Inventory inventory =
        Trees.inventory(
            Map.of(
                "setup.cfg",
                SERVICE,
                "requirements.txt",
                "eventlet>=0.30.1\n",
                "a/api.py",
                SERVES,
                "a/run.py",
                "import eventlet\n\neventlet.monkey_patch()\n",
                "a/work.py",
                USES,
                "a/conf/a.conf",
                "[oslo_messaging_rabbit]\nheartbeat_in_pthread = true\n",
                "a/tests/test_a.py",
                USES,
                "run.sh",
                "export EVENTLET_NO_GREENDNS=yes\n"));

    List<InventoriedFinding> left =
        inventory.checklist().steps().stream().flatMap(step -> step.left().stream()).toList();
    assertThat(left).containsExactlyElementsIn(inventory.usages().findings());
    assertThat(inventory.checklist().steps().stream().filter(step -> !step.left().isEmpty()))
        .hasSize(8);
  }

  @Test
  void serviceBeginsWithWsgiAndEndsWithTestsAndTheRequirement() {
    Inventory inventory =
        Trees.inventory(
            Map.of("setup.cfg", SERVICE, "a/api.py", SERVES, "a/work.py", USES, "test_a.py", USES));

    assertThat(inventory.deliverable().kind()).isEqualTo(Deliverable.Kind.SERVICE);
    assertThat(inventory.deliverable().evidence()).isEqualTo("setup.cfg has a.cmd.run:main");
    assertThat(inventory.checklist().next().orElseThrow().title()).contains("Serve HTTP");
    List<String> titles = inventory.checklist().steps().stream().map(Step::title).toList();
    assertThat(titles.get(titles.size() - 2)).contains("tests");
    assertThat(titles.get(titles.size() - 1)).contains("requirement");
  }

  @Test
  void libraryBeginsWithTheMinimumAndItsDrivers() {
    Inventory inventory =
        Trees.inventory(Map.of("requirements.txt", "eventlet>=0.20\n", "a/work.py", USES));

    assertThat(inventory.deliverable().kind()).isEqualTo(Deliverable.Kind.LIBRARY);
    assertThat(inventory.checklist().steps().get(0).left()).hasSize(1);
    assertThat(inventory.checklist().steps().get(2).title()).contains("each driver");
  }

  @Test
  void lowMinimumIsNoStepOfItsOwnWhereNativeThreadsAreChosen() {
    Inventory inventory =
        Trees.inventory(Map.of("requirements.txt", "eventlet>=0.20\n", "a/work.py", GUARDED));

    assertThat(step(inventory, "0.35").state()).isEqualTo(State.DONE);
    assertThat(places(step(inventory, "requirement").left()))
        .containsExactly("a/work.py:3", "requirements.txt:1", "requirements.txt:1");
  }

  @Test
  void choiceIsToldByTheAsyncioHub() {
    Inventory asyncio = Trees.inventory(Map.of("a.sh", "export EVENTLET_HUB=asyncio\n"));

    assertThat(step(asyncio, "Choose").evidence()).isEqualTo("asyncio beside Eventlet, in a.sh:1");
    assertThat(step(Trees.inventory(Map.of("a.py", USES)), "Choose").state())
        .isEqualTo(State.UNKNOWN);
  }

  @Test
  void requirementStaysForAsLongAsCodeNeedsIt() {
    Blockers blockers =
        Trees.inventory(
                Map.of(
                    "requirements.txt",
                    "eventlet>=0.36.1\n",
                    "a/work.py",
                    USES,
                    "a/guarded.py",
                    GUARDED,
                    "a/conf/a.conf",
                    "[oslo_messaging_rabbit]\nheartbeat_in_pthread = true\n"))
            .blockers();

    assertThat(places(blockers.requirements())).containsExactly("requirements.txt:1");
    assertThat(blockers.importers())
        .containsExactly("a/guarded.py", new Tally(0, 1, 0, 0), "a/work.py", new Tally(2, 0, 0, 0));
  }

  @Test
  void severalReadersOfOneSocketBlockAsyncio() {
    Blockers blockers =
        Trees.inventory(
                Map.of(
                    "off.py",
                    "import eventlet.debug\neventlet.debug.hub_prevent_multiple_readers(False)\n",
                    "on.py",
                    "import eventlet.debug\neventlet.debug.hub_prevent_multiple_readers(True)\n",
                    "requirements.txt",
                    "eventlet>=0.33\n"))
            .blockers();

    assertThat(places(blockers.asyncio())).containsExactly("off.py:2", "requirements.txt:1");
  }

  @Test
  void codeThatCopesWithoutEventletDoesNotKeepAProjectFromRunningWithout() {
    Inventory optional =
        Trees.inventory(
            Map.of("a.py", "try:\n    import eventlet\nexcept ImportError:\n    pass\n"));

    assertThat(optional.stage()).isEqualTo(Stage.EVENTLET);
    assertThat(criterion(optional, "2026.2").state()).isEqualTo(State.DONE);
    assertThat(criterion(optional, "2027.2").left()).isEqualTo(1);
  }

  @Test
  void testsDoNotKeepAProjectFromRunningWithoutEventlet() {
    Inventory inventory = Trees.inventory(Map.of("a/tests/test_a.py", USES));

    assertThat(criterion(inventory, "2026.2").state()).isEqualTo(State.DONE);
    assertThat(criterion(inventory, "2027.2").left()).isEqualTo(2);
    assertThat(inventory.isComplete()).isFalse();
  }

  @Test
  void releaseNoteHasToBeReadByAPerson() {
    String note = "---\ndeprecations:\n  - |\n    Running on Eventlet is deprecated.\n";
    String other = "---\nfixes:\n  - |\n    A bug with eventlet.\n";

    assertThat(
            criterion(
                    Trees.inventory(Map.of("a.py", USES, "releasenotes/notes/a.yaml", note)),
                    "2027.1")
                .state())
        .isEqualTo(State.UNKNOWN);
    assertThat(
            criterion(
                    Trees.inventory(Map.of("a.py", USES, "releasenotes/notes/a.yaml", other)),
                    "2027.1")
                .state())
        .isEqualTo(State.LEFT);
  }

  @Test
  void treeWithoutEventletIsComplete() {
    Inventory inventory = Trees.inventory(Map.of("a.py", "import threading\n"));

    assertThat(inventory.isComplete()).isTrue();
    assertThat(inventory.checklist().next()).isEmpty();
    assertThat(inventory.effort().hours().likely()).isEqualTo(0.0);
  }

  @Test
  void retiredProjectIsInactive() {
    Inventory inventory =
        Trees.inventory(
            Map.of("README.rst", "This project is no longer maintained.\n", "a.py", USES));

    assertThat(inventory.inactive()).hasValue("retired, as README.rst says");
  }

  @Test
  void projectWithoutACommitForAYearIsInactive() {
    assertThat(life(LocalDate.of(2025, 5, 31)).inactive())
        .hasValue("no commit by a person since 2025-05-31");
    assertThat(life(LocalDate.of(2025, 6, 2)).inactive()).isEmpty();
  }

  private static Inventory life(LocalDate lastCommit) {
    return Trees.inventory(
        "project", Map.of("a.py", USES), Optional.of(new Activity("0", Optional.of(lastCommit))));
  }

  @Test
  void severalProjectsAreOrderedByWhatToDoFirst() {
    Map<String, String> much = Map.of("setup.cfg", SERVICE, "a.py", USES, "b.py", USES);
    List<Inventory> inventories =
        List.of(
            Trees.inventory("complete", Map.of(), Optional.empty()),
            Trees.inventory("library", Map.of("a.py", USES), Optional.empty()),
            Trees.inventory("large service", much, Optional.empty()),
            Trees.inventory(
                "small service", Map.of("setup.cfg", SERVICE, "a.py", USES), Optional.empty()),
            Trees.inventory(
                "inactive",
                Map.of("a.py", USES),
                Optional.of(new Activity("0", Optional.empty()))));

    Stream<String> names = inventories.stream().sorted(Inventory.ORDER).map(Inventory::name);
    assertThat(names)
        .containsExactly("small service", "large service", "library", "complete", "inactive")
        .inOrder();
  }
}
