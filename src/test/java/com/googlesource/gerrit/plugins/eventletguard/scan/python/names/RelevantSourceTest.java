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

package com.googlesource.gerrit.plugins.eventletguard.scan.python.names;

import static com.google.common.truth.Truth.assertThat;

import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How much of a file is parsed; {@code 0} stands for what is left out. */
class RelevantSourceTest {
  private static final SymbolRoots ROOTS = new SymbolRoots(List.of("eventlet", "nova.utils.spawn"));

  static final RelevantWords WORDS =
      new RelevantWords(List.of(Set.of("eventlet"), Set.of("utils", "spawn")), ROOTS);

  private static Optional<List<String>> parsed(String... lines) {
    return RelevantSource.of(
            SourceText.of("module.py", String.join("\n", lines) + "\n"), WORDS, Optional.empty())
        .map(source -> source.parsedText().lines().map(String::strip).toList());
  }

  @Test
  void documentationIsLeftOutWhateverItNames() {
    assertThat(
            parsed(
                "import eventlet",
                "def first():",
                "    \"\"\"Runs under eventlet,",
                "    or eventlet.monkey_patch().\"\"\"",
                "class Second:",
                "    r'for eventlet'",
                "    pool = eventlet.GreenPool()"))
        .hasValue(
            List.of("import eventlet", "0", "class Second:", "0", "pool = eventlet.GreenPool()"));
  }

  @Test
  void fileThatOnlyDocumentsEventletIsNotParsed() {
    assertThat(parsed("'''Not for eventlet.'''", "x = 1")).isEmpty();
  }

  @Test
  void stringThatIsPartOfAStatementStays() {
    List<String> lines =
        List.of(
            "f'{eventlet}'",
            "'eventlet'; x = 1",
            "'eventlet' % y",
            "'eventlet' 'eventlet'",
            "'%s' % eventlet, 'a'");
    assertThat(parsed(lines.toArray(new String[0]))).hasValue(lines);
  }

  @Test
  void otherNamesOfAPackageOnTheWayAreLeftOut() {
    assertThat(
            parsed(
                "@patch('nova.utils.execute')",
                "def first(): pass",
                "@patch('nova.utils.spawn')",
                "def second(): pass"))
        .hasValue(List.of("0", "@patch('nova.utils.spawn')", "def second(): pass"));
  }

  @Test
  void packageOnTheWayStaysWhereNoFurtherNameIsSpelled() {
    List<String> lines = List.of("spawn(nova.utils)", "x = nova.utils . spawn");
    assertThat(parsed(lines.toArray(new String[0]))).hasValue(lines);
  }

  @Test
  void compoundStatementAfterWhichTheRestRunsIsLeftOut() {
    assertThat(
            parsed(
                "import eventlet",
                "for x in y:",
                "    with x:",
                "        if a:",
                "            b()",
                "        elif c:",
                "            b()",
                "else:",
                "    def f():",
                "        return 1",
                "try:",
                "    a()",
                "except B as e:",
                "    c()",
                "finally:",
                "    d()",
                "eventlet.sleep(0)"))
        .hasValue(List.of("import eventlet", "0", "eventlet.sleep(0)"));
  }

  @Test
  void compoundStatementThatDecidesWhatElseRunsStays() {
    assertThat(
            parsed(
                "if a:",
                "    raise B('c')",
                "for x in y:",
                "    break",
                "while b:",
                "    d()",
                "if c: return",
                "eventlet.sleep(0)"))
        .hasValue(
            List.of(
                "if a:",
                "raise",
                "for x in y:",
                "break",
                "while b:",
                "0",
                "if c: return",
                "eventlet.sleep(0)"));
  }

  @Test
  void compoundStatementWithARelevantLineStays() {
    assertThat(
            parsed(
                "if a:",
                "    b()",
                "else:",
                "    eventlet.sleep(0)",
                "with eventlet.x:",
                "    c()"))
        .hasValue(List.of("if a:", "0", "else:", "eventlet.sleep(0)", "with eventlet.x:", "0"));
  }

  @Test
  void valueThatNothingDependsOnIsLeftOut() {
    assertThat(
            parsed(
                "def f():",
                "    if a:",
                "        return b(",
                "            c)",
                "    return eventlet.x"))
        .hasValue(List.of("def f():", "if a:", "return", "return eventlet.x"));
  }
}
