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

/** Makes configuration files with options that are gone; all are valid. */
final class RandomConfiguration {
  private RandomConfiguration() {}

  static String ini(Random random) {
    StringBuilder text = new StringBuilder(pick(random, "", "# File\n", "[DEFAULT]\n"));
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.append(pick(random, "", "\n", "\n\n", "[oslo_messaging_rabbit]\n", "[database]\n"));
      text.append(pick(random, "", "# One \uD83D\uDE00\n", "# One\n; Two\n", "#other = 1\n"));
      text.append(
          pick(
              random,
              "heartbeat_in_pthread = true\n",
              "heartbeat_in_pthread=\n  true\n",
              "#heartbeat_in_pthread = false\n",
              "use_tpool = 1\n",
              "x = 1\n",
              "default_log_levels = a=B, eventlet.wsgi.server=WARN\n"));
    }
    String all = lineEnds(random, text);
    return random.nextBoolean() ? all.stripTrailing() : all;
  }

  static String yaml(Random random) {
    StringBuilder text = new StringBuilder(pick(random, "---\n", "", "# File\n"));
    for (int i = random.nextInt(3); i >= 0; i--) {
      text.append("group%d:\n".formatted(i));
      for (int entry = random.nextInt(4); entry >= 0; entry--) {
        text.append(pick(random, "", "\n", "  # One \uD83D\uDE00\n"));
        text.append(
            pick(
                random,
                "  heartbeat_in_pthread: true\n",
                "  nova_oslomsg_heartbeat_in_pthread:\n    - 1\n",
                "  'x%d': 1\n".formatted(entry),
                """
                  nova%d.conf: |
                    [oslo_messaging_rabbit]
                    heartbeat_in_pthread = true
                    x = 1
                """
                    .formatted(entry),
                "  \"heartbeat_in_pthread\": >-\n    true\n\n",
                "  z%d: {a: 1, b: [2]}\n".formatted(entry)));
      }
    }
    return lineEnds(random, text);
  }

  private static String lineEnds(Random random, StringBuilder text) {
    return random.nextInt(4) == 0 ? text.toString().replace("\n", "\r\n") : text.toString();
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
