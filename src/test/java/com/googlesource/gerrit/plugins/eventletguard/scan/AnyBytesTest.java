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

package com.googlesource.gerrit.plugins.eventletguard.scan;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for any file, whatever its bytes. A defect of a scanner fails these tests. */
class AnyBytesTest {
  private static final int ROUNDS = 1500;

  private static final String[] PIECES = {
    "eventlet",
    "import eventlet\n",
    "from eventlet import (",
    "eventlet.sleep(0)",
    "heartbeat_in_pthread",
    "oslo_messaging_rabbit",
    "oslo_service",
    "greenlet>=1.0",
    "\n",
    "\r\n",
    "\r",
    "    ",
    "\t",
    "\f",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "'",
    "\"",
    "\"\"\"",
    "f'{",
    "}'",
    "\\",
    "#",
    ":",
    "=",
    ";",
    ",",
    "@",
    "def f():\n",
    "class C:\n",
    "if x:\n",
    "else:\n",
    "try:\n",
    "except A, b:\n",
    "print x\n",
    "lambda: ",
    "- ",
    "? ",
    "| ",
    "&a ",
    "*a ",
    "<<: ",
    "%YAML 1.1\n",
    "{{ x }}",
    "{% if x %}",
    "<%= x %>",
    "\u00e9",
    "\ud83d\ude00",
    "\u0000",
    "\ufeff",
    "# coding: utf-16\n",
    "# coding: no-such\n",
    "0777",
    "`x`",
    "<>",
    "ur''",
    "async ",
    "await ",
    "match x:\n"
  };

  private final Scanner scanner =
      Scanners.standard(
          RuleCatalog.builtIn(),
          (path, defect) -> {
            throw defect;
          });

  @ParameterizedTest
  @CsvSource({
    "a.py, 1",
    "requirements.txt, 2",
    "setup.cfg, 3",
    "pyproject.toml, 4",
    "etc/a.conf, 5",
    "a.yaml, 6",
    "a.conf.j2, 7"
  })
  void findingsOfAnyBytesAreInsideTheFileSortedAndTheSameTwice(String path, long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      SourceFile file = new SourceFile(path, randomContent(random));
      ScanResult result = scanner.scan(file);
      String shown = new String(file.content(), StandardCharsets.UTF_8);
      assertWithMessage(shown).that(scanner.scan(file)).isEqualTo(result);
      FindingChecks.assertInside(file, result.findings());
    }
  }

  @Test
  void pythonIsReadAlikeInPartAndAsAWhole() {
    Random random = new Random(8);
    for (int round = 0; round < ROUNDS; round++) {
      String program = randomProgram(random);
      // A name like this one makes the outline give up, so that all of the file is parsed.
      String whole = program + "\u00e9 = 0\n";
      assertWithMessage(program).that(scanPython(program)).isEqualTo(scanPython(whole));
    }
  }

  @Test
  void pythonOfOneAndAHalfMegabytesIsScanned() {
    String function = "def f(x):\n    return [x, 'text', {x: x}]\n\n\n";
    String text = function.repeat(1_500_000 / function.length()) + "import eventlet\n";
    assertThat(scanPython(text)).hasSize(1);
  }

  @Test
  void pythonWhoseLinesAllMatterIsScannedUpToTheLimit() {
    String text = "import eventlet\n" + "eventlet.sleep(0)\n".repeat(80_000);
    assertThat(scanPython(text)).hasSize(80_001);
  }

  @Test
  void textOfAHundredMegabytesWithAWordIsSkippedUnread() {
    byte[] content = new byte[100 << 20];
    Arrays.fill(content, (byte) '\n');
    System.arraycopy("eventlet".getBytes(StandardCharsets.US_ASCII), 0, content, 0, 8);
    assertThat(scanner.scan(new SourceFile("requirements.txt", content)).skipped())
        .hasValue(SkipReason.TOO_LARGE);
  }

  @Test
  void textOfAHundredMegabytesWithoutAWordHoldsNothing() {
    byte[] content = new byte[100 << 20];
    Arrays.fill(content, (byte) '\n');
    assertThat(scanner.scan(new SourceFile("requirements.txt", content)))
        .isEqualTo(ScanResult.NOTHING);
  }

  @Test
  void expressionThatIsNestedFiveThousandTimesIsTooComplexOrScanned() {
    String text = "import eventlet\nx = " + "(".repeat(5000) + "eventlet" + ")".repeat(5000) + "\n";
    ScanResult result = scanner.scan(python(text));
    assertThat(result.findings().isEmpty()).isEqualTo(result.skipped().isPresent());
    assertThat(result.skipped().orElse(SkipReason.TOO_COMPLEX)).isEqualTo(SkipReason.TOO_COMPLEX);
  }

  private static byte[] randomContent(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(30);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(4) == 0) {
      content[random.nextInt(content.length)] = (byte) random.nextInt(256);
    }
    return content;
  }

  private List<Finding> scanPython(String text) {
    ScanResult result = scanner.scan(python(text));
    assertWithMessage(text).that(result.skipped()).isEmpty();
    return result.findings();
  }

  private static SourceFile python(String text) {
    return new SourceFile("a.py", text.getBytes(StandardCharsets.UTF_8));
  }

  /** A module whose statements are valid, some of them about Eventlet or a name for it. */
  private static String randomProgram(Random random) {
    StringBuilder program = new StringBuilder("import eventlet\n");
    block(random, program, "", 0);
    return program.toString();
  }

  private static void block(Random random, StringBuilder program, String indentation, int depth) {
    int statements = 1 + random.nextInt(5);
    for (int i = 0; i < statements; i++) {
      List<String> headers =
          new ArrayList<>(
              List.of(
                  "if a:",
                  "for a in b:",
                  "while c:",
                  "with a as b:",
                  "def f(a, b=c):",
                  "class D(a):",
                  "@a\n%sdef g():",
                  "@eventlet.a\n%sdef h(b):",
                  "def e(self, a=eventlet.sleep):",
                  "async def k():"));
      if (depth < 3 && random.nextInt(3) == 0) {
        String header = headers.get(random.nextInt(headers.size()));
        program.append(indentation).append(header.formatted(indentation)).append('\n');
        block(random, program, indentation + "    ", depth + 1);
      } else {
        program.append(indentation).append(statement(random)).append('\n');
      }
    }
  }

  private static String statement(Random random) {
    String name = String.valueOf((char) ('a' + random.nextInt(4)));
    String other = String.valueOf((char) ('a' + random.nextInt(4)));
    return switch (random.nextInt(22)) {
      case 0 -> name + " = " + other;
      case 1 -> name + " = eventlet";
      case 2 -> name + ".sleep(" + other + ")";
      case 3 -> "import oslo_utils as " + name;
      case 4 -> name + ".eventletutils.is_monkey_patched('" + other + "')";
      case 5 -> "from eventlet import greenpool as " + name + ", queue";
      case 6 -> name + ", " + other + " = " + other + ", [\n  " + name + ",  # (\n]";
      case 7 -> "import " + name + ", os.path as " + other;
      case 8 -> "'''" + name + " (\n eventlet '''";
      case 9 -> "del " + name;
      case 10 -> "global " + name + "z; " + name + "z = " + other;
      case 11 -> name + "z = f'{" + other + "} \\' (' \\\n    + r'\\''";
      case 12 -> "assert (" + name + " := " + other + ")";
      case 13 -> "import nova.conf, nova.utils";
      case 14 -> "from nova import utils as " + name;
      case 15 -> name + ".spawn(" + other + ".utils)";
      case 16 -> "nova.utils.spawn_n(" + name + ".spawn_n)";
      case 17 -> "import " + name + ".conf";
      case 18 -> "(" + name + "\n  .spawn(" + other + "\\\n . utils))";
      case 19 -> name + " = __import__('nova." + other + "'); " + other + " = " + name + ".utils";
      case 20 -> "import oslo_service as " + name + ", futurist as " + other;
      case 21 -> name + ".GreenThreadPoolExecutor(" + other + ".wsgi.Server, nova.d)";
      default -> "pass";
    };
  }
}
