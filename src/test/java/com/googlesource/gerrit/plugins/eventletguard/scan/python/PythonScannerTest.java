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

package com.googlesource.gerrit.plugins.eventletguard.scan.python;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.TooComplexException;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the marked snippets do not ask: names in unusual places, ranges, limits. */
class PythonScannerTest {
  private static final PythonScanner SCANNER =
      new PythonScanner(List.of(new EventletFinder(RuleCatalog.builtIn())));

  private static List<Usage> scan(String text) {
    return SCANNER.scan(SourceText.of("module.py", text));
  }

  /** Each usage as line, kind and symbol. */
  private static List<String> found(String... lines) {
    return scan(String.join("\n", lines) + "\n").stream()
        .map(
            usage ->
                "%d %s %s"
                    .formatted(usage.range().startLine(), usage.kind().word(), usage.symbol()))
        .toList();
  }

  @Test
  void aliasIsFollowedThroughTupleAssignment() {
    assertThat(found("import eventlet", "(a, [b, c]) = 1, [eventlet.spawn, 2]", "b()", "c()"))
        .containsExactly("1 import eventlet", "2 use eventlet.spawn", "3 use eventlet.spawn")
        .inOrder();
  }

  @Test
  void starredTargetTakesNoAlias() {
    assertThat(found("import eventlet", "a, *b = eventlet.spawn, 2", "a()", "b()"))
        .containsExactly("1 import eventlet", "2 use eventlet.spawn")
        .inOrder();
  }

  @Test
  void deletedNameIsGoneInTheBranchOnly() {
    assertThat(found("import eventlet", "if x:", "    del eventlet", "else:", "    eventlet.a()"))
        .containsExactly("1 import eventlet", "5 use eventlet.a");
  }

  @Test
  void exceptionTargetUnbindsTheName() {
    assertThat(
            found(
                "from eventlet import timeout as t",
                "try:",
                "    pass",
                "except ValueError as t:",
                "    raise",
                "t.Timeout"))
        .containsExactly("1 import eventlet.timeout", "6 use eventlet.timeout.Timeout");
  }

  @Test
  void breakCarriesItsBindingOutOfAnEndlessLoop() {
    assertThat(
            found(
                "import eventlet",
                "def f():",
                "    while True:",
                "        e = object()",
                "        if e:",
                "            e = eventlet",
                "            break",
                "    e.sleep(0)"))
        .containsExactly("1 import eventlet", "6 use eventlet", "8 use eventlet.sleep");
  }

  @Test
  void continueCarriesItsBindingToTheStartOfTheLoop() {
    assertThat(
            found(
                "import eventlet",
                "run = None",
                "for x in y:",
                "    if run:",
                "        run(x)",
                "    if x:",
                "        run = eventlet.spawn",
                "        continue",
                "    run = None"))
        .containsExactly("1 import eventlet", "5 use eventlet.spawn", "7 use eventlet.spawn");
  }

  @Test
  void functionInAnEndlessFunctionSeesWhatIsBoundAroundIt() {
    assertThat(
            found(
                "def f():",
                "    import eventlet",
                "    def g():",
                "        eventlet.sleep(0)",
                "    while True:",
                "        g()"))
        .containsExactly("2 import eventlet", "4 use eventlet.sleep");
  }

  @Test
  void finallySeesWhatEveryWayIntoItBinds() {
    assertThat(
            found(
                "import eventlet",
                "import time",
                "sleep = time.sleep",
                "try:",
                "    sleep = eventlet.sleep",
                "finally:",
                "    sleep(1)",
                "sleep(2)"))
        .containsExactly("1 import eventlet", "5 use eventlet.sleep", "8 use eventlet.sleep");
  }

  @Test
  void classBodySeesTheModuleWhereItDoesNotBindTheName() {
    assertThat(
            found(
                "import eventlet",
                "class A:",
                "    if x:",
                "        eventlet = eventlet.patcher",
                "    y = [eventlet for z in eventlet.z]"))
        .containsExactly(
            "1 import eventlet", "4 use eventlet.patcher", "5 use eventlet", "5 use eventlet.z");
  }

  @Test
  void nestedClassDoesNotSeeTheNamesOfTheOuterOne() {
    assertThat(
            found(
                "class A:", "    from eventlet import sleep", "    class B:", "        x = sleep"))
        .containsExactly("2 import eventlet.sleep");
  }

  @Test
  void globalNameIsSharedByFunctions() {
    assertThat(
            found(
                "def a():",
                "    global ev",
                "    import eventlet as ev",
                "    ev.a()",
                "def b():",
                "    ev.b()"))
        .containsExactly("3 import eventlet", "4 use eventlet.a", "6 use eventlet.b");
  }

  @Test
  void globalNameThatIsSetToSomethingElseIsNotFirm() {
    assertThat(
            found(
                "from eventlet import sleep",
                "def a(f):",
                "    global sleep",
                "    sleep = f",
                "def b():",
                "    sleep(1)"))
        .containsExactly("1 import eventlet.sleep");
  }

  @Test
  void typeParameterHidesTheModule() {
    assertThat(
            found(
                "import eventlet",
                "def f[eventlet](x: int):",
                "    return eventlet.x",
                "class A[T: eventlet.Event]: pass"))
        .containsExactly("1 import eventlet", "4 use eventlet.Event");
  }

  @Test
  void annotationsAreExpressionsExceptInLiteral() {
    assertThat(
            found(
                "import eventlet",
                "import typing as t",
                "a: 'list[eventlet.Event] | None'",
                "b: t.Literal['eventlet.Event']",
                "c: t.Annotated['eventlet.Queue', 'eventlet.Event']",
                "d: 'not python at all'"))
        .containsExactly("1 import eventlet", "3 use eventlet.Event", "5 use eventlet.Queue");
  }

  @Test
  void quotedAnnotationHasTheRangeOfTheChainInside() {
    List<Usage> usages = scan("import eventlet\ndef f(a: \"list[eventlet.Event]\"): pass\n");
    assertThat(usages.getLast().range()).isEqualTo(new Range(2, 15, 2, 29));
  }

  @Test
  void rangesCountUtf16UnitsAndLinesEndInLineFeedOnly() {
    List<Usage> usages = scan("import eventlet\rx = '😀'; eventlet.a\f\n\feventlet.b\n");
    assertThat(usages.stream().map(Usage::range))
        .containsExactly(new Range(1, 7, 1, 15), new Range(1, 26, 1, 36), new Range(2, 1, 2, 11))
        .inOrder();
  }

  @Test
  void sourceTextIsWhatStandsAtTheRange() {
    assertThat(scan("import eventlet\n(eventlet\n .hubs)\n").getLast().sourceText())
        .isEqualTo("eventlet\n .hubs");
  }

  @Test
  void falseIsAFallbackLikeNone() {
    assertThat(
            found(
                "try:",
                "    import eventlet",
                "except ImportError:",
                "    eventlet = False",
                "eventlet.a()"))
        .containsExactly("2 import eventlet", "5 use eventlet.a");
  }

  @Test
  void dynamicImportWithAnotherFallbackIsNotFirm() {
    assertThat(
            found(
                "from oslo_utils import importutils",
                "t = importutils.try_import('eventlet.green.time', time)",
                "t.sleep(1)"))
        .containsExactly("2 import eventlet.green.time");
  }

  @Test
  void patchingHelpersAreKnownByTheirNames() {
    assertThat(
            found(
                "mocker.patch('eventlet.a')",
                "self.stub_out('eventlet.b', f)",
                "monkeypatch.setattr('eventlet.c', f)",
                "self.stubs.SmartSet('eventlet.d', f)",
                "mock.patch.multiple(target='eventlet.e', x=1)",
                "fixtures.MockPatch('eventlet.f')"))
        .containsExactly(
            "1 string eventlet.a",
            "2 string eventlet.b",
            "3 string eventlet.c",
            "4 string eventlet.d",
            "5 string eventlet.e",
            "6 string eventlet.f");
  }

  @Test
  void stringsOfOtherCallsAreNoTargets() {
    assertThat(
            found(
                "setattr('eventlet.a', f)",
                "is_monkey_patched('eventlet.b')",
                "mock.patch('eventlet is here')",
                "config.set('eventlet.c', 1)",
                "mock.patch.dict('sys.modules', {'eventlet': None})"))
        .isEmpty();
  }

  @Test
  void executorIsOnlyFoundWhereItIsAskedFor() {
    assertThat(
            found(
                "partial(get_rpc_server, executor='eventlet')",
                "server.assert_called_with(executor='eventlet')",
                "class A(executor='eventlet'): pass"))
        .containsExactly("1 use executor=eventlet");
  }

  @Test
  void importOfEveryRootIsFoundInAFileThatHoldsNothingElse() {
    for (String root : EventletSymbols.ROOTS.roots()) {
      String symbol = root.replace("*", "Pool");
      int dot = symbol.lastIndexOf('.');
      String statement =
          dot < 0
              ? "import " + symbol
              : "from %s import %s".formatted(symbol.substring(0, dot), symbol.substring(dot + 1));
      assertThat(found(statement)).containsExactly("1 import " + symbol);
    }
  }

  @Test
  void helperIsFoundHoweverItsModuleIsNamed() {
    assertThat(found("from nova.utils import spawn", "spawn(f)"))
        .containsExactly("1 import nova.utils.spawn", "2 use nova.utils.spawn");
    assertThat(found("from nova.utils import (", "    spawn,", ")")).hasSize(1);
    for (List<String> ways :
        List.of(
            List.of("import nova.utils", "nova.utils.spawn(f)"),
            List.of("from nova import utils", "utils.spawn(f)"),
            List.of("from nova import utils as u", "u.spawn(f)"),
            List.of("import nova.utils as u", "u.spawn(f)"),
            List.of("from nova import utils", "u = utils; u.spawn(f)"),
            List.of("from nova import utils", "u, v = utils, 1; u.spawn(f)"))) {
      assertThat(found(ways.toArray(new String[0]))).containsExactly("2 use nova.utils.spawn");
    }
  }

  @Test
  void filesWithoutATriggerAreNotParsed() {
    assertThat(scan("import os\nos.fork(\n")).isEmpty();
  }

  @Test
  void deepNestingGetsAStackOfItsOwn() {
    String sum = "eventlet.a + ".repeat(5000) + "1";
    assertThat(scan("import eventlet\nx = " + sum + "\n")).hasSize(5001);
  }

  @Test
  void tooDeepNestingIsSaid() {
    String chain = ".a".repeat(200_000);
    assertThrows(
        TooComplexException.class, () -> scan("import eventlet\nx = eventlet" + chain + "\n"));
  }

  @Test
  void longAliasChainEndsWithoutHarm() {
    List<Usage> usages = scan("import eventlet\nx = eventlet\n" + "x = x.a\n".repeat(1000));
    assertThat(usages.size()).isLessThan(1000);
  }
}
