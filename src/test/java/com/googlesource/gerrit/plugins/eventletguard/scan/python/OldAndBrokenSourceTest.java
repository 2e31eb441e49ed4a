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

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.scan.Range;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.Usage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Python 2, syntax newer than the parser's, and source that is none. */
class OldAndBrokenSourceTest {
  private static final PythonScanner SCANNER =
      new PythonScanner(List.of(new EventletFinder(RuleCatalog.builtIn())));

  private static List<Usage> scan(String text) {
    return SCANNER.scan(SourceText.of("module.py", text));
  }

  /** The uses after a first line {@code import eventlet}, each as line and symbol. */
  private static List<String> uses(String... lines) {
    List<Usage> usages = scan("import eventlet\n" + String.join("\n", lines) + "\n");
    assertThat(usages.getFirst().range()).isEqualTo(new Range(1, 7, 1, 15));
    return usages.stream()
        .skip(1)
        .map(usage -> usage.range().startLine() + " " + usage.symbol())
        .toList();
  }

  @Test
  void handlerOfPython2BindsItsName() {
    assertThat(
            uses(
                "def f():",
                "    try:",
                "        pass",
                "    except (KeyError, eventlet.Timeout), eventlet:",
                "        eventlet.a",
                "    print eventlet"))
        .containsExactly();
  }

  @Test
  void handlerOfPython314CatchesBothTypes() {
    assertThat(
            uses(
                "from eventlet.timeout import Timeout",
                "try:",
                "    pass",
                "except ValueError, Timeout:",
                "    raise",
                "except OSError, eventlet.StopServe, KeyError:",
                "    Timeout"))
        .containsExactly(
            "2 eventlet.timeout.Timeout",
            "5 eventlet.timeout.Timeout",
            "7 eventlet.StopServe",
            "8 eventlet.timeout.Timeout");
  }

  @Test
  void templateStringsHoldExpressions() {
    assertThat(uses("a = t'x {eventlet.a} y'", "b = rt\"{eventlet.b}\"", "print 'x'"))
        .containsExactly("2 eventlet.a", "3 eventlet.b");
  }

  @Test
  void typeParametersMayHaveDefaults() {
    assertThat(
            uses(
                "class A[T = eventlet.Event, *Ts = *tuple[int]]: pass",
                "def f[T: int = eventlet.b](x: T): pass",
                "type B[**P = [int]] = eventlet.c"))
        .containsExactly("2 eventlet.Event", "3 eventlet.b", "4 eventlet.c");
  }

  @Test
  void literalsOfPython2DoNotMoveWhatFollows() {
    List<Usage> usages =
        scan("import eventlet\nx = 0777L, 0xFFl, ur'\\d', 'C:\\Users', b'\\xg'; eventlet.a\n");
    assertThat(usages.getLast().range()).isEqualTo(new Range(2, 46, 2, 56));
  }

  @Test
  void tupleParametersAreParameters() {
    assertThat(
            uses(
                "def f(a, (b, (eventlet,)), c=(1, 2)):",
                "    return eventlet.a",
                "g = lambda (k, v), w=(eventlet.b): v"))
        .containsExactly("4 eventlet.b");
  }

  @Test
  void execAndRaiseAreUnderstoodAnywhere() {
    assertThat(
            uses(
                "if x: exec 'a' in eventlet.ns",
                "else: raise eventlet.E, 'x %s' % eventlet.v, eventlet.tb; print eventlet.p",
                "raise not_a_comma(1, 2)"))
        .containsExactly(
            "2 eventlet.ns", "3 eventlet.E", "3 eventlet.v", "3 eventlet.tb", "3 eventlet.p");
  }

  @Test
  void asyncIsANameInPython2() {
    assertThat(uses("from glance.async import x", "f(async=eventlet.a)", "print async.b"))
        .containsExactly("3 eventlet.a");
  }

  @Test
  void tabsCountToTheNextMultipleOfEight() {
    List<Usage> usages =
        scan("import eventlet\nif x:\n        if y:\n\t    eventlet.a()\n\teventlet.b()\n");
    assertThat(usages.stream().map(Usage::range))
        .containsExactly(new Range(1, 7, 1, 15), new Range(4, 5, 4, 15), new Range(5, 1, 5, 11))
        .inOrder();
  }

  @Test
  void oneBadStatementCostsOnlyItself() {
    assertThat(
            uses(
                "class A(eventlet.a):",
                "    def f(self, x=eventlet.b):",
                "        eventlet.c()",
                "        this is no python",
                "        with eventlet.d():",
                "            eventlet.e()",
                "    def g(eventlet):",
                "        return eventlet.f"))
        .containsExactly(
            "2 eventlet.a", "3 eventlet.b", "4 eventlet.c", "6 eventlet.d", "7 eventlet.e");
  }

  @Test
  void badHeaderCostsOnlyItself() {
    assertThat(
            uses(
                "if x:",
                "    eventlet.a()",
                "else if y:",
                "    eventlet.b()",
                "    eventlet.c()",
                "eventlet.d()"))
        .containsExactly("3 eventlet.a", "5 eventlet.b", "6 eventlet.c", "7 eventlet.d");
  }

  @Test
  void unexpectedIndentationCostsNothing() {
    assertThat(uses("x = 1", "    eventlet.a()", "eventlet.b()"))
        .containsExactly("3 eventlet.a", "4 eventlet.b");
  }

  @Test
  void bothSidesOfAConflictAreRead() {
    assertThat(
            uses(
                "def f():",
                "<<<<<<< HEAD",
                "    eventlet.a()",
                "||||||| base",
                "    eventlet.b()",
                "=======",
                "    eventlet.c()",
                ">>>>>>> change",
                "    eventlet.d()"))
        .containsExactly("4 eventlet.a", "6 eventlet.b", "8 eventlet.c", "10 eventlet.d");
  }

  @Test
  void bracketThatIsNotClosedEndsBeforeTheNextStatement() {
    assertThat(uses("x = f(a,", "def g():", "    eventlet.a()")).containsExactly("4 eventlet.a");
  }

  @Test
  void fileThatIsCutShortIsReadUpToThere() {
    assertThat(uses("def f():", "    eventlet.a()", "    eventlet.spawn(eventlet.b, '''x"))
        .containsExactly("3 eventlet.a");
  }

  @Test
  void nothingThatIsNoPythonFails() {
    Random random = new Random(42);
    String alphabet = "eventlet()[]{}:;,.'\"\\\n\t =@`<>#%\0\r\f😀é0Lufrt";
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder("import eventlet\n");
      random.ints(200, 0, alphabet.length()).forEach(index -> text.append(alphabet.charAt(index)));
      List<Usage> usages = scan(text.toString());
      assertThat(usages.getFirst().symbol()).isEqualTo("eventlet");
    }
  }
}
