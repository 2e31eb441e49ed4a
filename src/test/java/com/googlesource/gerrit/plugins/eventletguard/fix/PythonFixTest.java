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

import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PythonFixTest {
  private static String fixed(String text) {
    return FixedText.of("stratus/agent.py", text).all();
  }

  private static void assertUntouched(String text) {
    assertThat(fixed(text)).isEqualTo(text);
  }

  @Test
  void sleepBecomesThatOfTheStandardLibraryAndTheImportsFollow() {
    assertThat(
            fixed(
                """
                import os
                import sys

                import eventlet
                from oslo_log import log

                def wait():
                    eventlet.sleep(5)
                """))
        .isEqualTo(
            """
            import os
            import sys
            import time

            from oslo_log import log

            def wait():
                time.sleep(5)
            """);
  }

  @Test
  void importThatSomethingElseUsesStays() {
    assertThat(
            fixed(
                """
                import os

                import eventlet

                eventlet.sleep(0.5)
                pool = eventlet.GreenPool()
                """))
        .isEqualTo(
            """
            import os
            import time

            import eventlet

            time.sleep(0.5)
            pool = eventlet.GreenPool()
            """);
  }

  @Test
  void severalSleepsDropTheImportOnce() {
    assertThat(
            fixed(
                """
                import time

                import eventlet

                eventlet.sleep(1)
                eventlet.sleep(seconds=2); eventlet.sleep( 3 )
                """))
        .isEqualTo(
            """
            import time

            time.sleep(1)
            time.sleep(2); time.sleep( 3 )
            """);
  }

  @Test
  void oneNameOfAnImportGoes() {
    assertThat(
            fixed(
                """
                import os
                from eventlet import greenthread, GreenPool
                from eventlet import (
                    event,
                    sleep as nap,
                )

                greenthread.sleep(1)
                nap(2)
                GreenPool(event)
                """))
        .isEqualTo(
            """
            import os
            import time
            from eventlet import GreenPool
            from eventlet import (
                event,
            )

            time.sleep(1)
            time.sleep(2)
            GreenPool(event)
            """);
  }

  @Test
  void onlyImportGivesItsPlaceToTheNewOne() {
    assertThat(
            fixed(
                """
                # Licence

                import eventlet


                def wait():
                    eventlet.sleep(1)
                """))
        .isEqualTo(
            """
            # Licence

            import time


            def wait():
                time.sleep(1)
            """);
  }

  @Test
  void newImportComesBeforeThirdParties() {
    assertThat(
            fixed(
                """
                \"""Doc.\"""
                from __future__ import annotations

                import eventlet
                from oslo_log import log

                eventlet.sleep(1)
                """))
        .isEqualTo(
            """
            \"""Doc.\"""
            from __future__ import annotations

            import time

            from oslo_log import log

            time.sleep(1)
            """);
  }

  @Test
  void newImportFollowsTheOrderOfItsGroup() {
    assertThat(
            fixed(
                """
                import os
                from threading import Lock
                import uuid\n
                import eventlet\n
                eventlet.sleep(1)
                """))
        .isEqualTo(
            "import os\nfrom threading import Lock\nimport time\nimport uuid\n\ntime.sleep(1)\n");
    assertThat(
            fixed(
                """
                import os
                import sys
                from abc import ABC\n
                import eventlet\n
                eventlet.sleep(1)
                """))
        .isEqualTo("import os\nimport sys\nimport time\nfrom abc import ABC\n\ntime.sleep(1)\n");
  }

  @Test
  void lineEndsStay() {
    assertThat(fixed("import os\r\n\r\nimport eventlet\r\n\r\neventlet.sleep(1)\r\n"))
        .isEqualTo("import os\r\nimport time\r\n\r\ntime.sleep(1)\r\n");
  }

  @Test
  void sleepThatOnlyYieldsIsLeftToAPerson() {
    assertUntouched(
        "import os\nimport eventlet\neventlet.sleep()\neventlet.sleep(0)\neventlet.sleep(0.0)\n");
  }

  @Test
  void sleepOfAnythingButANumberIsLeftToAPerson() {
    assertUntouched(
        """
        import os
        import eventlet
        eventlet.sleep(n)
        eventlet.sleep(-1)
        eventlet.sleep(True)
        f(eventlet.sleep)
        """);
  }

  @Test
  void otherMeaningOfTimeForbidsTheFix() {
    assertUntouched("import os\nimport eventlet\ndef f(time):\n    eventlet.sleep(1)\n");
    assertUntouched("import os\nimport eventlet\nfrom datetime import time\neventlet.sleep(1)\n");
    assertUntouched("import os\nimport eventlet\nfrom os import *\neventlet.sleep(1)\n");
    assertUntouched("import os\nimport eventlet\ntime = 3\neventlet.sleep(1)\n");
  }

  @Test
  void whatIsNoPythonThreeIsLeftAlone() {
    assertUntouched("import os\nimport eventlet\neventlet.sleep(1)\nprint 'done'\n");
  }

  @Test
  void importInAnExpectedFailureStays() {
    assertThat(
            fixed(
                """
                import os
                try:
                    import eventlet
                except ImportError:
                    pass
                eventlet.sleep(1)
                """))
        .contains("    import eventlet\n");
  }

  @Test
  void nameInAFormattedStringIsAUse() {
    assertThat(fixed("import os\nimport eventlet\neventlet.sleep(1)\nx = f'{eventlet}'\n"))
        .contains("import eventlet\n");
  }

  @Test
  void importThatIsKeptOnPurposeStays() {
    assertThat(fixed("import os\nimport eventlet  # noqa: F401\neventlet.sleep(1)\n"))
        .contains("import eventlet  # noqa");
    assertThat(
            FixedText.of("stratus/__init__.py", "import os\nimport eventlet\neventlet.sleep(1)\n")
                .all())
        .contains("import eventlet\n");
  }

  @Test
  void executorLeavesTheCall() {
    assertThat(
            fixed(
                """
                import oslo_messaging as om
                s = om.get_rpc_server(t, target, executor='eventlet', serializer=s)
                """))
        .endsWith("om.get_rpc_server(t, target, serializer=s)\n");
    assertThat(
            fixed(
                """
                import oslo_messaging as om
                s = om.get_rpc_server(t, target, eps, executor='eventlet')
                """))
        .endsWith("om.get_rpc_server(t, target, eps)\n");
    assertThat(
            fixed(
                """
                import oslo_messaging as om
                s = om.get_rpc_server(executor='eventlet', transport=t)
                """))
        .endsWith("om.get_rpc_server(transport=t)\n");
    assertThat(fixed("import oslo_messaging as om\ns = om.get_rpc_server(executor='eventlet')\n"))
        .endsWith("om.get_rpc_server()\n");
  }

  @Test
  void executorOnItsOwnLineLeavesNoLine() {
    assertThat(
            fixed(
                """
                import oslo_messaging
                server = oslo_messaging.get_rpc_server(
                    transport, target, endpoints,
                    executor='eventlet',  # green
                    serializer=serializer)
                listener = oslo_messaging.get_notification_listener(
                    transport,
                    executor='eventlet', pool=pool)
                listener = oslo_messaging.get_notification_listener(
                    transport,
                    executor='eventlet')
                """))
        .isEqualTo(
            """
            import oslo_messaging
            server = oslo_messaging.get_rpc_server(
                transport, target, endpoints,
                serializer=serializer)
            listener = oslo_messaging.get_notification_listener(
                transport,
                pool=pool)
            listener = oslo_messaging.get_notification_listener(
                transport)
            """);
  }

  @Test
  void executorOfSomethingElseIsLeftToAPerson() {
    assertUntouched(
        "import oslo_messaging\nengine = taskflow.engines.load(flow, executor='eventlet')\n");
  }

  @Test
  void executorStaysWhereNothingIsFoundOutYet() {
    String text = "import oslo_messaging\noslo_messaging.get_rpc_server(t, executor='eventlet')\n";

    assertThat(FixedText.of("stratus/rpc.py", text, "2024.2").all()).isEqualTo(text);
  }

  @Test
  void numberOfThreadsLosesItsName() {
    assertThat(
            fixed(
                """
                from oslo_service import threadgroup
                tg = threadgroup.ThreadGroup(thread_pool_size=10)
                """))
        .endsWith("ThreadGroup(10)\n");
  }

  @Test
  void eventBecomesThatOfThreads() {
    assertThat(
            fixed(
                """
                import os\n
                from oslo_utils import eventletutils\n
                self.e = eventletutils.Event()
                """))
        .isEqualTo("import os\nimport threading\n\nself.e = threading.Event()\n");
  }

  @Test
  void whatIsNestedTooDeeplyIsLeftAlone() {
    String sleep = "import os\nimport eventlet\neventlet.sleep(1)\n";

    assertUntouched(sleep + "x = " + "(".repeat(3_000) + "1" + ")".repeat(3_000) + "\n");
    assertUntouched(sleep + "x = " + "-".repeat(90_000) + "1\n");
  }

  @Test
  void fileThatTakesLongToParseIsLeftAlone() {
    String sleep = "import os\nimport eventlet\neventlet.sleep(1)\n";
    String line = "x = [1, 2, 3]  # so that it is long\n";

    assertUntouched(sleep + line.repeat(FileFixer.LONGEST_PARSED / line.length()));
    assertThat(fixed(sleep + line.repeat(100))).contains("time.sleep(1)");
  }

  @Test
  void firstFilesOfAVeryLargeChangeAreLookedAt() throws Exception {
    SourceFile file = FixedText.file("a.py", "12345678");
    Fixer.Files files = Fixer.upTo(20, path -> Optional.of(file));

    assertThat(files.read("a.py")).hasValue(file);
    assertThat(files.read("b.py")).isPresent();
    assertThat(files.read("c.py")).isEmpty();
    assertThat(files.read("d.py")).isEmpty();
  }
}
