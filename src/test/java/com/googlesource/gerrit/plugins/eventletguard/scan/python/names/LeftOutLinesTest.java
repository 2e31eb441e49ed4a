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
import static com.google.common.truth.Truth.assertWithMessage;

import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.modules.Reexports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is left out of a module, what is left tells the same as all of it. */
class LeftOutLinesTest {
  private static final List<String> STATEMENTS =
      List.of(
          "import eventlet",
          "import eventlet as green",
          "from eventlet import spawn",
          "from nova import utils",
          "import nova.utils",
          "import os",
          "green = eventlet",
          "eventlet = None",
          "spawn = a or green",
          "green.sleep(0)",
          "spawn(f)",
          "utils.spawn(f)",
          "utils.execute(eventlet)",
          "nova.utils.execute(f)",
          "nova.utils.spawn(f)",
          "del green",
          "assert green",
          "x = [y for y in z]",
          "a(\n        b)",
          "'''Waits for\n    eventlet.'''",
          "'eventlet'",
          "f'{eventlet.x}'",
          "x = '''\neventlet\n'''",
          "# eventlet",
          "a; green.a",
          "pass");

  private static final List<String> EXITS =
      List.of("return", "return a(\n        b)", "return green", "raise E('eventlet')", "raise");

  private static final List<String> HEADERS =
      List.of(
          "if a:",
          "if green:",
          "if not patcher.is_monkey_patched('os'):",
          "for a in b:",
          "for green in b:",
          "while a:",
          "while True:",
          "with a as b:",
          "with green.Timeout(1):",
          "try:",
          "def f(a=green):",
          "@a\ndef g():",
          "@green.wrap\ndef h():",
          "class C(B):",
          "class D(green.E):");

  private final Random random = new Random(7);
  private int leftOut;

  @Test
  void whatIsLeftTellsTheSame() {
    for (int i = 0; i < 1500; i++) {
      List<String> lines = new ArrayList<>(List.of("import eventlet", "from nova import utils"));
      addBlock(lines, "", 3, false);
      String text = String.join("\n", lines) + "\n";
      assertWithMessage("%s", text).that(read(text, false)).isEqualTo(read(text, true));
    }
    assertThat(leftOut).isGreaterThan(1000);
  }

  private List<String> read(String text, boolean whole) {
    RelevantSource source =
        RelevantSource.of(
                SourceText.of("module.py", text), RelevantSourceTest.WORDS, Optional.empty())
            .orElseThrow();
    if (whole) {
      source.restore();
    } else if (source.isReduced()) {
      leftOut++;
    }
    PythonModule module =
        PythonModule.of(
            source, RelevantSourceTest.WORDS.roots(), Reexports.NONE, unused -> Set.of());
    return Stream.concat(
            Stream.concat(module.imports().stream(), module.references().stream())
                .map(
                    reference ->
                        "%d-%d %s %s %s"
                            .formatted(
                                reference.node().start(),
                                reference.node().end(),
                                reference.symbol(),
                                reference.unit().key(),
                                reference.unit().surroundings()))
                .sorted(),
            module.exports().stream().map(Object::toString).sorted())
        .toList();
  }

  private void addBlock(List<String> lines, String indentation, int depth, boolean inFunction) {
    for (int size = 1 + random.nextInt(4); size > 0; size--) {
      if (depth > 0 && random.nextInt(3) == 0) {
        addCompound(lines, indentation, depth - 1, inFunction);
      } else {
        add(lines, indentation, any(inFunction && random.nextInt(4) == 0 ? EXITS : STATEMENTS));
      }
    }
    lines.add(indentation + "pass");
  }

  private void addCompound(List<String> lines, String indentation, int depth, boolean inFunction) {
    String header = any(HEADERS);
    add(lines, indentation, header);
    boolean isFunction = header.contains("def ");
    boolean isClass = header.startsWith("class ");
    String inside = indentation + "    ";
    addBlock(lines, inside, depth, isFunction || (inFunction && !isClass));
    if (header.equals("try:")) {
      lines.add(indentation + any(List.of("except ImportError:", "except green.E as e:")));
      addBlock(lines, inside, depth, inFunction);
    }
    boolean takesElse = !isFunction && !isClass && !header.startsWith("with");
    if (takesElse && random.nextBoolean()) {
      lines.add(indentation + "else:");
      addBlock(lines, inside, depth, inFunction);
    }
  }

  private static void add(List<String> lines, String indentation, String text) {
    text.lines().findFirst().ifPresent(first -> lines.add(indentation + first));
    // The lines of a string and of brackets may stand anywhere; a definition may not.
    text.lines()
        .skip(1)
        .forEach(line -> lines.add(text.startsWith("@") ? indentation + line : line));
  }

  private String any(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}
