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

import com.googlesource.gerrit.plugins.eventletguard.policy.Stage;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for a fix of any text at all, broken and hostile ones included. */
class AnyTextFixTest {
  private static final int ROUNDS = 300;

  private static final List<String> COMMON =
      List.of(
          "\n",
          "\r\n",
          "    ",
          "  ",
          "\t",
          "# c\n",
          "\\\n",
          "'",
          "\"",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          ",",
          ":",
          "=",
          "\u00e9",
          "\ud83d\ude00",
          "\ufeff",
          "\f",
          "{{ x }}",
          "{% if x %}");

  private static final List<String> PYTHON =
      List.of(
          "import eventlet\n",
          "import eventlet, os\n",
          "from eventlet import sleep\n",
          "import os\n",
          "import time\n",
          "eventlet.sleep(1)\n",
          "eventlet.sleep(seconds=2)",
          "sleep(3)",
          "; ",
          "def f():\n    ",
          "if x:\n    ",
          "else:\n    ",
          "try:\n    ",
          "except E:\n    ",
          "class C:\n    ",
          "@d(eventlet.sleep(1))\n",
          "lambda: ",
          "'''",
          "f'{",
          "}'",
          "print x\n",
          "return ",
          "import oslo_messaging as om\n",
          "om.get_rpc_server(t, executor='eventlet')\n",
          "time = 1\n",
          "pass\n",
          "x = ",
          "from oslo_utils import eventletutils\n",
          "eventletutils.Event()\n");

  private static final List<String> OPTIONS =
      List.of(
          "heartbeat_in_pthread = true\n",
          "heartbeat_in_pthread: true\n",
          "[DEFAULT]\n",
          "[oslo_messaging_rabbit]\n",
          "group:\n",
          "  heartbeat_in_pthread: 1\n",
          "  a: |\n    heartbeat_in_pthread = 1\n",
          "- ",
          "&a ",
          "*a\n",
          "use_tpool = 1\n",
          "#heartbeat_in_pthread = 1\n",
          "default_log_levels = a=B,eventlet.wsgi=WARN\n",
          "NEUTRON_DEPLOY_MOD_WSGI=True\n",
          "export OSKEN_HUB_TYPE=eventlet\n",
          "fi\n",
          "if x; then\n",
          "$OSKEN_HUB_TYPE",
          "<<EOF\n",
          "EOF\n");

  private static final List<String> REQUIREMENTS =
      List.of(
          "eventlet\n",
          "eventlet>=0.36 # MIT\n",
          "pbr\n",
          "[project]\n",
          "dependencies = [",
          "'eventlet'",
          "'eventlet>=1',\n",
          "'a', ",
          "]\n",
          "[options]\n",
          "install_requires =\n",
          "    eventlet\n",
          "[tool.poetry.dependencies]\n",
          "eventlet = '1'\n",
          "--hash=sha256:00\n");

  @ParameterizedTest
  @CsvSource({
    "a.py, 1",
    "tests/b.py, 2",
    "etc/a.conf, 3",
    "a.yaml, 4",
    "a.conf.j2, 5",
    "a.sh, 6",
    "devstack/settings, 7",
    "requirements.txt, 8",
    "setup.cfg, 9",
    "pyproject.toml, 10"
  })
  void fixOfAnyTextTakesItsFindingAwayAndBreaksNothing(String path, long seed) throws Exception {
    Random random = new Random(seed);
    List<String> pieces = seed < 3 ? PYTHON : seed < 8 ? OPTIONS : REQUIREMENTS;
    for (int round = 0; round < ROUNDS; round++) {
      SourceFile file = FixedText.file(path, text(random, pieces));
      FixedText fixed = FixedText.of(file, "2026.2", Stage.REMOVED);
      String shown = new String(file.content(), StandardCharsets.UTF_8);
      for (Finding finding : fixed.fixable()) {
        SourceFile after = fixed.applied(finding);
        try {
          AnyFixable.assertOnlyGone(file, after, finding);
        } catch (AssertionError e) {
          throw new AssertionError("%s of\n%s".formatted(finding.range(), shown), e);
        }
      }
      FixedText twice = FixedText.of(FixedText.file(path, fixed.all()), "2026.2", Stage.REMOVED);
      assertWithMessage(shown).that(twice.fixable()).isEmpty();
    }
  }

  private static String text(Random random, List<String> pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(14); i >= 0; i--) {
      List<String> from = random.nextInt(4) == 0 ? COMMON : pieces;
      text.append(from.get(random.nextInt(from.size())));
    }
    return text.toString();
  }

  @Test
  @Timeout(120)
  void fixesOfHostileTextAreFound() {
    String option = "heartbeat_in_pthread: true\n";
    for (String text :
        List.of(
            "x: 1\n" + option + "\n".repeat(200_000),
            "x: 1\n" + option + "y: '" + "{".repeat(200_000) + "'\n",
            "x: 1\n" + "# heartbeat_in_pthread ".repeat(9_000) + "\n" + option)) {
      assertThat(FixedText.of("vars/a.yaml", text).all()).doesNotContain("\n" + option);
    }
    String variable = "NEUTRON_DEPLOY_MOD_WSGI=True\n";
    assertThat(FixedText.of("a.sh", "a" + " ".repeat(500_000) + "\n" + variable).all())
        .doesNotContain(variable);
  }
}
