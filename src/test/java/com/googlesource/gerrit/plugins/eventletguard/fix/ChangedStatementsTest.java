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

package com.googlesource.gerrit.plugins.eventletguard.fix;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.googlesource.gerrit.plugins.eventletguard.scan.SourceText;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.PythonParser;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.syntax.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a look at the changed statements says is what a look at the whole module says. */
class ChangedStatementsTest {
  private static final int MODULES = 300;

  /** Here the lines around a statement do not tell alone where it starts or ends. */
  private static final List<String> TRICKY =
      List.of(
          "x = '''\n'''; sleep(1); y = '''\n'''\n",
          "x = 1; \\\nsleep(1)\ndef f():\n    pass\n",
          "sleep(1); x = \\\n    2\nif x:\n    y\n",
          "if a:\n    b\nelif sleep(1):\n    c\nelse:\n    sleep(2)\n",
          "@d(sleep(1))\n@e\ndef f():\n    pass\n",
          "class A:\n  @d(\n    sleep(1))\n  async def f(self):\n    sleep(2); return\n",
          "try: sleep(1)\nexcept E: sleep(2)\nfinally: sleep(3)\n",
          "try:\n    sleep(1)\n    sleep(2)\nfinally:\n\tsleep(3)\n\n\tsleep(4)",
          "if '''\n''': sleep(1) or '''\n'''\n",
          "for x in f(\n  a): sleep(1); b\nelse: c\n",
          "match a:\n    case 1 if sleep(1):\n        sleep(2)\n    case _: sleep(3)\n",
          "def f():\n  if a:\n      sleep(1)\n\n  # c\n      # d\n  sleep(2)  # e\n\n\nsleep(3)",
          "with a, \\\n     sleep(1):\n    b = [\n  1,\nsleep(2)]; c\n",
          "a = lambda: sleep(1)\r\nif a:\r\n\tsleep(2)\r\n");

  @Test
  void changedStatementsParseWhereTheModuleDoes() {
    Random random = new Random(20261125);
    int valid = 0;
    int edited = 0;
    for (int i = 0; i < MODULES; i++) {
      String module =
          i % 2 == 0 ? new RandomPython(random).text() : TRICKY.get(i / 2 % TRICKY.size());
      PythonSource source = new PythonSource(SourceText.of("a.py", module));
      assertWithMessage(module).that(source.isValid()).isTrue();
      for (int j = 0; j < 12; j++) {
        Edits edits = edits(random, source);
        String after = edits.apply(module);
        boolean parses = PythonParser.parseStrictly(after).isPresent();
        assertWithMessage("%s\n-- becomes --\n%s", module, after)
            .that(ChangedStatements.parse(source, edits))
            .isEqualTo(parses);
        edited++;
        valid += parses ? 1 : 0;
      }
    }
    assertThat(valid).isGreaterThan(edited / 8);
    assertThat(valid).isLessThan(edited * 7 / 8);
  }

  private static Edits edits(Random random, PythonSource source) {
    List<Edit> edits = new ArrayList<>();
    int at = 0;
    for (int i = random.nextInt(3); i >= 0; i--) {
      Edit edit = edit(random, source);
      if (edit.start() > at || edits.isEmpty()) {
        edits.add(edit);
        at = edit.end();
      }
    }
    return Edits.of(edits);
  }

  private static Edit edit(Random random, PythonSource source) {
    SourceText text = source.text();
    Token token = source.tokens().get(random.nextInt(source.tokens().size()));
    int line = text.lineAt(token.start());
    int next = Math.min(line + 1 + random.nextInt(2), text.lineCount());
    return switch (random.nextInt(6)) {
      case 0 -> Edit.delete(token.start(), token.end());
      case 1, 2 -> new Edit(token.start(), token.end(), pick(random, "time", "a.b", "(", "'"));
      case 3 -> Edit.insert(text.lineStart(line), pick(random, "import a\n", "    x\n", "'''\n"));
      case 4 -> Edit.insert(token.end(), pick(random, "\n", "; y", " \\\n", "  # c"));
      default -> Edit.delete(text.lineStart(line), text.lineStart(next));
    };
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
