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
import static com.google.common.truth.Truth.assertWithMessage;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import com.googlesource.gerrit.plugins.eventletguard.scan.Finding;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanner;
import com.googlesource.gerrit.plugins.eventletguard.scan.Scanners;
import com.googlesource.gerrit.plugins.eventletguard.scan.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What looks like a usage and is none: group (g) of the catalogue, each by its id. */
class TrapsTest {
  private static final Scanner SCANNER =
      Scanners.standard(
          RuleCatalog.builtIn(),
          (path, defect) -> {
            throw defect;
          });

  private final TestRepository repository = new TestRepository();

  @AfterEach
  void close() {
    repository.close();
  }

  @Test
  void g01CommentIsNoUsage() {
    assertThat(
            found(
                "neutron/plugin.py",
                """
                # TODO: to remove once the eventlet removal finishes
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

  @Test
  void g19OptionOfAnotherSectionIsNoUsage() {
    assertThat(
            found(
                "etc/designate/designate.conf",
                """
                [service:mdns]
                tcp_keepidle = 600
                workers = 2
                [oslo_messaging_rabbit]
                ssl_ca_file = /a
                [DEFAULT]
                metadata_workers = 2
                bind_host = 0.0.0.0
                """))
        .isEmpty();
  }

  @Test
  void g19OptionOfAnotherFileIsNoUsage() {
    assertThat(
            found(
                "etc/neutron/metadata_agent.ini",
                """
                [DEFAULT]
                metadata_workers = 2
                api_workers = 3
                """))
        .isEmpty();
  }

  @Test
  void g19OptionOfAnotherServiceIsNoUsage() {
    assertThat(
            found(
                "etc/ironic/ironic.conf",
                """
                [api]
                api_workers = 2
                port = 6385
                [DEFAULT]
                bind_host = a
                workers = 1
                """))
        .isEmpty();
  }

  @Test
  void g21RemovalByPuppetIsNoUsage() {
    assertThat(
            found(
                "manifests/api.pp",
                """
                heat_config {
                  'heat_api/workers': ensure => absent;
                  'heat_api/bind_port': ensure => absent;
                }
                """))
        .isEmpty();
  }

  @Test
  void g21RemovalByAnsibleIsNoUsage() {
    assertThat(
            found(
                "tasks/main.yml",
                """
                - ini_file:
                    path: /etc/nova/nova.conf
                    section: oslo_messaging_rabbit
                    option: heartbeat_in_pthread
                    state: absent
                """))
        .isEmpty();
  }

  @Test
  void g23NameOfABackendsTestIsNoUsage() {
    assertThat(
            found(
                "oslo_service/tests/test_backend.py",
                """
                class EventletBackendTestCase(base.TestCase):
                    def test_eventlet_server(self):
                        self.eventlet_pool.spawn_n(f)
                """))
        .isEmpty();
  }

  @Test
  void g24DocumentOfAnotherProjectIsNoUsage() {
    assertThat(
            found(
                "samples/README.md",
                """
                ```
                import eventlet
                ```
                """))
        .isEmpty();
  }

  @Test
  void g26PoolOfMemcacheIsNoUsage() {
    assertThat(
            found(
                "etc/keystone/keystone.conf",
                """
                [keystone_authtoken]
                # (Optional) Use the advanced (eventlet safe) memcached client pool.
                memcache_use_advanced_pool = true
                [cache]
                backend = oslo_cache.memcache_pool
                """))
        .isEmpty();
  }

  @Test
  void g28ServiceOfASimilarNameIsNoUsage() {
    assertThat(
            found(
                "ironic/cmd/api.py",
                """
                from ironic.common import wsgi_service
                from mistral.api import service
                wsgi_service.WSGIService("ironic_api")
                service.WSGIService("mistral")
                """))
        .isEmpty();
  }

  @Test
  void g29GunicornWithAnotherWorkerIsNoUsage() {
    assertThat(
            found(
                "devstack/plugin.sh",
                """
                gunicorn_cmd=$(which gunicorn)
                gunicorn -k gthread --threads 4 app:app
                gunicorn --worker-class sync app
                """))
        .isEmpty();
  }

  @Test
  void g30SettingOfTheSameNameIsNoUsage() {
    assertThat(
            found(
                "cloudkitty/orchestrator.py",
                """
                self.worker_class = Worker
                worker_class = 'sync'
                REPLICA_ASYNC_MODEL = '1'
                server(async_mode='threading')
                """))
        .isEmpty();
  }

  @Test
  void g10RemovedLineIsNotIntroduced() throws Exception {
    ObjectId base =
        repository.commit(
            repository.tree(
                Map.of(
                    "requirements.txt",
                    "eventlet>=0.33.3 # MIT\nsix\n",
                    "a.py",
                    "import eventlet\n")));
    ObjectId next =
        repository.commit(
            repository.tree(Map.of("requirements.txt", "six\n", "a.py", "import time\n")), base);

    assertThat(repository.scan(next).introduced()).isEmpty();
  }

  @Test
  void g13RequirementOfGreenletIsAdviceOnly() {
    assertThat(severities("requirements.txt", "greenlet>=1\n")).containsExactly(Severity.INFO);
  }

  @Test
  void g14OptionalGreenletIsNoError() {
    assertThat(
            severities(
                "a/report.py",
                "try:\n    import greenlet\nexcept ImportError:\n    greenlet = None\n"))
        .doesNotContain(Severity.ERROR);
  }

  @Test
  void g20CommentedLineOfASampleIsAdviceOnly() {
    assertThat(
            severities(
                "etc/glance-api.conf", "[oslo_messaging_rabbit]\n#heartbeat_in_pthread = false\n"))
        .containsExactly(Severity.INFO);
  }

  @Test
  void g22LazyImportIsFoundOnce() {
    assertThat(
            found(
                "nova/utils.py",
                "def get_eventlet():\n    import eventlet  # noqa\n    return eventlet\n"))
        .contains("EVT100");
  }

  @Test
  void g25ConstraintIsAdviceOnly() {
    assertThat(severities("upper-constraints.txt", "eventlet===0.41.2\n"))
        .containsExactly(Severity.INFO);
  }

  @Test
  void g25BumpOfAConstraintIntroducesNothing() throws Exception {
    ObjectId base =
        repository.commit(repository.tree(Map.of("upper-constraints.txt", "eventlet===0.41.1\n")));
    ObjectId next =
        repository.commit(
            repository.tree(Map.of("upper-constraints.txt", "eventlet===0.41.2\n")), base);

    assertThat(repository.scan(next).introduced()).isEmpty();
  }

  @Test
  void g27HelperOfOsloIsNoError() {
    assertThat(
            severities(
                "oslo_messaging/a.py",
                "from oslo_utils import eventletutils\neventletutils.Event()\n"))
        .doesNotContain(Severity.ERROR);
  }

  @Test
  void g31NoRuleHasTheTypingErrorOfTheTables() {
    RuleCatalog.builtIn()
        .patterns()
        .forEach(
            pattern ->
                assertWithMessage(pattern.key())
                    .that(pattern.reason() + pattern.alternatives())
                    .doesNotContain("TreadingHTTPServer"));
  }

  @Test
  void g32RenamedFileIntroducesNothing() throws Exception {
    String text = "import eventlet\n\n\ndef run():\n    eventlet.sleep(1)\n";
    ObjectId base = repository.commit(repository.tree(Map.of("a.py", text)));
    ObjectId next = repository.commit(repository.tree(Map.of("b/c.py", text)), base);

    assertThat(repository.scan(next).introduced()).isEmpty();
  }

  private static List<String> found(String path, String text) {
    return findings(path, text).stream().map(finding -> finding.pattern().key()).toList();
  }

  private static List<Severity> severities(String path, String text) {
    return findings(path, text).stream().map(Finding::severity).toList();
  }

  private static List<Finding> findings(String path, String text) {
    return SCANNER.scan(new SourceFile(path, text.getBytes(StandardCharsets.UTF_8))).findings();
  }
}
