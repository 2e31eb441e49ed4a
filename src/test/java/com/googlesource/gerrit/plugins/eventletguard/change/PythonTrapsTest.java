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

package com.googlesource.gerrit.plugins.eventletguard.change;

import static com.google.common.truth.Truth.assertThat;
import static com.googlesource.gerrit.plugins.eventletguard.change.ScannedFile.found;

import org.junit.jupiter.api.Test;

/**
 * What looks like a usage in Python and is none: group (g) of the catalogue to G18, each by its id.
 */
class PythonTrapsTest {
  @Test
  void g01CommentIsNoUsage() {
    assertThat(
            found(
                "neutron/plugin.py",
                """
                # NOTE: to remove once the eventlet removal finishes
                x = 1  # eventlet.sleep(0)
                """))
        .isEmpty();
  }

  @Test
  void g02DocstringIsNoUsage() {
    assertThat(
            found(
                "a/pool.py",
                """
                class Pool:
                    \"""Modelled after the eventlet.pools.Pool interface.\"""
                """))
        .isEmpty();
  }

  @Test
  void g03CodeInADocstringIsNoUsage() {
    assertThat(
            found(
                "a/server.py",
                """
                \"""Example::

                    import eventlet
                    eventlet.monkey_patch()
                    server = get_rpc_server(executor='eventlet')
                \"""
                """))
        .isEmpty();
  }

  @Test
  void g04ReleaseNoteIsNoUsage() {
    assertThat(
            found(
                "releasenotes/notes/remove-1234.yaml",
                """
                upgrade:
                  - |
                    Remove it::

                      heartbeat_in_pthread = true
                """))
        .isEmpty();
  }

  @Test
  void g04DocumentIsNoUsage() {
    assertThat(
            found(
                "doc/source/admin/concurrency.rst",
                """
                Eventlet is deprecated::

                  import eventlet
                """))
        .isEmpty();
  }

  @Test
  void g05TranslationIsNoUsage() {
    assertThat(
            found(
                "releasenotes/source/locale/id/LC_MESSAGES/a.po",
                "msgid \"heartbeat_in_pthread\"\n"))
        .isEmpty();
  }

  @Test
  void g06CodeInTheTestOfACheckIsNoUsage() {
    assertThat(
            found(
                "nova/tests/unit/test_hacking.py",
                """
                code = \"""
                import eventlet
                eventlet.timeout.Timeout(5)
                \"""
                self._assert_has_errors(code, check)
                """))
        .isEmpty();
  }

  @Test
  void g07MessageIsNoUsage() {
    assertThat(
            found(
                "nova/monkey_patch.py",
                """
                LOG.info("Service is starting with eventlet.monkey_patch()")
                raise RuntimeError('import eventlet')
                """))
        .isEmpty();
  }

  @Test
  void g08NameThatHoldsTheWordIsNoUsage() {
    assertThat(
            found(
                "nova/manager.py",
                """
                eventlet_event = make()
                eventlet_event.set(1)
                use_eventlet_sleep = False
                def test_eventlet(eventlet_mock):
                    pass
                """))
        .isEmpty();
  }

  @Test
  void g09ModuleOfThatNameIsNotEventlet() {
    assertThat(
            found(
                "app/main.py",
                """
                from app import eventlet
                eventlet.patch()
                eventlet.spawn(f)
                """))
        .isEmpty();
  }

  @Test
  void g11GuardIsNoUsage() {
    assertThat(
            found(
                "nova/monkey_patch.py",
                """
                def poison_eventlet():
                    class PoisonEventletImport:
                        def find_spec(self, fullname, path, target=None):
                            if fullname.startswith('eventlet'):
                                raise ImportError('eventlet is forbidden')
                """))
        .isEmpty();
  }

  @Test
  void g12OptOutInPythonIsNoUsage() {
    assertThat(
            found(
                "a/b.py",
                """
                from oslo_log import log
                from oslo_service import backend
                log.setup(CONF, 'x', fix_eventlet=False)
                backend.init_backend(backend.BackendType.THREADING)
                os.environ['OS_NOVA_DISABLE_EVENTLET_PATCHING'] = 'true'
                """))
        .isEmpty();
  }

  @Test
  void g12OptOutInTheEnvironmentIsNoUsage() {
    assertThat(
            found(
                "tox.ini",
                """
                [testenv:threading]
                setenv =
                  OS_NOVA_DISABLE_EVENTLET_PATCHING=true
                  OSKEN_HUB_TYPE=native
                """))
        .isEmpty();
  }

  @Test
  void g15TimeoutOfAnotherLibraryIsNoUsage() {
    assertThat(
            found(
                "a/b.py",
                """
                import requests
                import fixtures
                from oslo_messaging import MessagingTimeout as Timeout
                raise Timeout()
                requests.Timeout
                fixtures.Timeout(1)
                """))
        .isEmpty();
  }

  @Test
  void g16MethodOfAnotherObjectIsNoUsage() {
    assertThat(
            found(
                "nova/driver.py",
                """
                import pexpect
                self.driver.spawn(instance)
                pexpect.spawn("ls")
                proc.kill()
                self.sleep(0)
                thread_pool_factory.spawn(f)
                """))
        .isEmpty();
  }

  @Test
  void g17NameOfTheStandardLibraryIsNoUsage() {
    assertThat(
            found(
                "a/b.py",
                """
                import threading
                import queue
                threading.Event()
                queue.Queue()
                threading.Semaphore(2)
                splitPool = pool.split('+')
                """))
        .isEmpty();
  }

  @Test
  void g18NameThatBothBackendsHaveIsNoUsage() {
    assertThat(
            found(
                "a/b.py",
                """
                from oslo_service import loopingcall, periodic_task, service, systemd, threadgroup
                service.Service()
                threadgroup.ThreadGroup()
                threadgroup.ThreadGroup(10)
                loopingcall.FixedIntervalLoopingCall(f)
                """))
        .isEmpty();
  }
}
