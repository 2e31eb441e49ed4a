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

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes files that require Eventlet, or set variables for it; all are valid. */
final class RandomPackaging {
  private RandomPackaging() {}

  static String requirements(Random random) {
    return lines(
        random,
        "",
        "pbr>=2.0\n",
        "# One \uD83D\uDE00\n",
        "\n",
        "eventlet>=0.36 # MIT\n",
        "# For eventlet\neventlet\n",
        "eventlet==0.36 \\\n    --hash=sha256:00\n",
        "celery[eventlet]\n");
  }

  static String setupCfg(Random random) {
    return "[metadata]\nname = x\n\n[options]\n"
        + pick(random, "install_requires =\n    six\n", "install_requires=\n")
        + lines(random, "    pbr\n", "    eventlet>=0.36\n", "    eventlet;python_version>'3'\n")
        + pick(random, "", "\n[extras]\ntest =\n    eventlet\n", "packages = x\n");
  }

  static String pyproject(Random random) {
    List<String> required = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      required.add(pick(random, "'a'", "\"eventlet>=0.36\"", "'eventlet'", "'b[c]>=1'"));
    }
    String array =
        switch (random.nextInt(3)) {
          case 0 -> "[%s]".formatted(String.join(pick(random, ",", ", "), required));
          case 1 ->
              "[\n  %s%s\n]".formatted(String.join(",  # c\n  ", required), pick(random, "", ","));
          default -> "[\n  %s ]".formatted(String.join(", ", required));
        };
    return "[project]\nname = 'x'\ndependencies = %s\n".formatted(array)
        + pick(random, "", "\n[tool.poetry.dependencies]\n# For eventlet\neventlet = '^0.36'\n");
  }

  static String shell(Random random) {
    return lines(
        random,
        "A=1\n",
        "# One\n",
        "NEUTRON_DEPLOY_MOD_WSGI=True\n",
        "export OSKEN_HUB_TYPE=eventlet\n",
        "if x; then\n  NEUTRON_DEPLOY_MOD_WSGI=True\nfi\n",
        "echo $OSKEN_HUB_TYPE\n",
        "a \\\nNEUTRON_DEPLOY_MOD_WSGI=True\n");
  }

  static String template(Random random) {
    return "[oslo_messaging_rabbit]\n"
        + lines(
            random,
            "a = 1\n",
            "{% if x %}\nheartbeat_in_pthread = {{ y }}\n{% endif %}\n",
            "heartbeat_in_pthread = true\n",
            "  heartbeat_in_pthread = {% if x %}a{% else %}b{% endif %}\n",
            "# {{ z }}\n");
  }

  private static String lines(Random random, String... choices) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      text.append(pick(random, choices));
    }
    return text.toString();
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
