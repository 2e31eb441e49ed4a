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

package com.googlesource.gerrit.plugins.eventletguard.bench;

import java.nio.charset.StandardCharsets;

/** Python modules of any size that look like a service's, every fourth method using Eventlet. */
public final class GeneratedPython {
  /** The size of the median file of a large project, in bytes. */
  public static final int MEDIAN = 8 << 10;

  /** The size of the largest files that people write, in bytes. */
  public static final int LARGE = 512 << 10;

  private static final String HEAD =
      """
      import logging

      import eventlet
      from oslo_config import cfg

      LOG = logging.getLogger(__name__)
      CONF = cfg.CONF


      class Manager(object):
          \"\"\"Runs what it is told to.\"\"\"
      """;

  private static final String METHOD =
      """

          def method_%1$d(self, context, instance, timeout=None):
              \"\"\"Does step %1$d for an instance.\"\"\"
              if timeout is None:
                  timeout = CONF.rpc_response_timeout
              for attempt in range(3):
                  try:
                      %2$s
                  except (ValueError, KeyError) as error:
                      LOG.warning('step %%(step)d: %%(error)s', {'step': %1$d, 'error': error})
              return {'id': instance['uuid'], 'steps': [attempt, %1$d]}
      """;

  private GeneratedPython() {}

  /**
   * A module.
   *
   * @param bytes how large it is at least; at most 1 KB more
   * @param edition what tells it from other modules of the same size
   */
  public static String module(int bytes, int edition) {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; text.length() < bytes; i++) {
      String call =
          i % 4 == 0
              ? "eventlet.spawn_n(self.method_%d, context, %d)".formatted(i, edition)
              : "self.driver.plug(context, instance, %d)".formatted(edition);
      text.append(METHOD.formatted(i, call));
    }
    return text.toString();
  }

  /** The same in UTF-8. */
  public static byte[] bytes(int bytes, int edition) {
    return module(bytes, edition).getBytes(StandardCharsets.UTF_8);
  }
}
