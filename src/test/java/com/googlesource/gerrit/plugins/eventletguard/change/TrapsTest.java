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
import static com.googlesource.gerrit.plugins.eventletguard.change.ScannedFile.found;
import static com.googlesource.gerrit.plugins.eventletguard.change.ScannedFile.severities;

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.Severity;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What looks like a usage elsewhere and is none: group (g) of the catalogue from G19 on, and G10
 * and G13, each by its id.
 */
class TrapsTest {
  private final TestRepository repository = new TestRepository();

  @AfterEach
  void close() {
    repository.close();
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
}
