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

import java.util.Random;

/** Makes modules that use Eventlet in many ways and formats; all are valid. */
final class RandomPython {
  private final Random random;

  RandomPython(Random random) {
    this.random = random;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        pick(
            "",
            "# Licence \uD83D\uDE00\n\n",
            "\"\"\"Doc of\neventlet.\"\"\"\n",
            "#!/usr/bin/env python\n"));
    text.append(pick("", "from __future__ import annotations\n\n"));
    text.append(
        pick(
            "",
            "import os\n",
            "import os\nimport sys\n",
            "import time\n",
            "from os import path\nimport uuid\n",
            "import os, sys\n",
            "import eventlet\neventlet.monkey_patch()\n\nimport os\n"));
    text.append(pick("", "\n"));
    String name = pick("eventlet", "e", "greenthread", "sleep", "nap");
    text.append(imports(name));
    text.append(pick("", "import oslo_messaging\n", "\nfrom oslo_log import log\n"));
    text.append("import oslo_messaging as om\n");
    text.append(pick("", "from oslo_service import threadgroup\n"));
    text.append(pick("", "from oslo_utils import eventletutils\n"));
    text.append(pick("", "\n", "\n\n"));
    String sleep = name.equals("sleep") || name.equals("nap") ? name : name + ".sleep";
    for (int i = random.nextInt(5); i >= 0; i--) {
      text.append(statement(sleep, pick("    ", "\t"), i));
    }
    return random.nextInt(4) == 0 ? text.toString().replace("\n", "\r\n") : text.toString();
  }

  private String imports(String name) {
    return switch (name) {
      case "eventlet" ->
          pick(
              "import eventlet\n",
              "import eventlet, os\n",
              "import eventlet.queue\nimport eventlet\n",
              "import eventlet  # green\n",
              "try:\n    import eventlet\nexcept ImportError:\n    pass\n");
      case "e" -> "import eventlet as e\n";
      case "greenthread" ->
          pick(
              "from eventlet import greenthread\n",
              "from eventlet import event, greenthread\n",
              "import eventlet.greenthread as greenthread\n");
      case "sleep" ->
          pick(
              "from eventlet import sleep\n",
              "from eventlet import (sleep,\n                      event)\n",
              "from eventlet import (\n    event,\n    sleep,\n)\n",
              "from eventlet import (\n    event,\n    sleep,  # short\n)\n");
      default -> "from eventlet.greenthread import sleep as nap\n";
    };
  }

  private String statement(String sleep, String indent, int number) {
    String seconds =
        pick("1", "0.5", "0", "", "seconds=3", "n", "10 ", "1e-3", "\n" + indent + "2\n" + indent);
    String call = sleep + pick("(", " (") + seconds + ")";
    return switch (random.nextInt(10)) {
      case 0 -> call + "\n";
      case 1 -> "def f%d():\n%s%s\n".formatted(number, indent, call);
      case 2 -> "x = ['\uD83D\uDE00', %s]; %s  # \u00fc\n".formatted(call, call);
      case 3 -> "while f(lambda: %s):\n%sx = '''eventlet\nsleep'''\n".formatted(call, indent);
      case 4 ->
          "s = om.get_rpc_server(t,\n%sexecutor='eventlet',%sx=1)\n"
              .formatted(indent, pick(" ", "\n" + indent, "  # why\n" + indent));
      case 5 ->
          "s = om.get_rpc_server(t, executor=%s)\n"
              .formatted(pick("'eventlet'", "\"eventlet\"", "('eventlet')", "'eventlet',"));
      case 6 -> "x = %s\n".formatted(pick("f'{sleep}'", "time.time()", "self.sleep", "'sleep'"));
      case 7 ->
          "tg = threadgroup.ThreadGroup(%s)\n"
              .formatted(pick("thread_pool_size=", "max_threads = ") + pick("10", "n,\n  x=1"));
      case 8 ->
          "class E%d:\n%se = eventletutils.Event()%s\n"
              .formatted(number, indent, pick("", "; y = 1", "  # go"));
      default ->
          "def g%d(%s):\n%sreturn %s\n".formatted(number, pick("a", "a, b", "time"), indent, call);
    };
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
