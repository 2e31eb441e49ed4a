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

import com.googlesource.gerrit.plugins.eventletguard.rules.RuleCatalog;
import com.googlesource.gerrit.plugins.eventletguard.rules.UsageKind;
import com.googlesource.gerrit.plugins.eventletguard.scan.python.EventletSymbols;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that the rules know is found in every format that it stands in. */
class FormatsTest {
  private static final Scanner SCANNER =
      Scanners.standard(
          RuleCatalog.builtIn(),
          (path, defect) -> {
            throw defect;
          });

  @ParameterizedTest
  @MethodSource("files")
  void usageIsFoundOnItsLine(String path, String text, List<String> expected) {
    assertThat(
            SCANNER
                .scan(new SourceFile(path, text.getBytes(StandardCharsets.UTF_8)))
                .findings()
                .stream()
                .map(finding -> finding.pattern().key() + ":" + finding.range().startLine())
                .toList())
        .containsExactlyElementsIn(expected)
        .inOrder();
  }

  @Test
  void namesOfEveryImportRuleAreFollowed() {
    List<String> missing =
        RuleCatalog.builtIn().patterns().stream()
            .filter(pattern -> pattern.kinds().contains(UsageKind.IMPORT))
            .flatMap(pattern -> pattern.symbols().stream())
            .filter(symbol -> symbol.indexOf('*') < 0)
            .filter(symbol -> !EventletSymbols.ROOTS.cover(symbol))
            .toList();

    assertThat(missing).isEmpty();
  }

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of(
            "nova.conf",
            """
            [DEFAULT]
            osapi_compute_workers = 2
            metadata_workers = 1
            """,
            List.of("EVT321:2", "EVT321:3")),
        Arguments.of(
            "etc/nova/nova.conf.sample",
            """
            [wsgi]
            #keep_alive = true
            """,
            List.of("EVT320/commented:2")),
        Arguments.of(
            "roles/glance/templates/glance-api.conf.j2",
            """
            [DEFAULT]
            workers = {{ workers }}
            """,
            List.of("EVT340:2")),
        Arguments.of(
            "local.conf",
            """
            [[post-config|$NEUTRON_CONF]]
            [DEFAULT]
            bind_host = a
            """,
            List.of("EVT330/listener:3")),
        Arguments.of(
            "heat/values.yaml",
            """
            conf:
              heat:
                heat_api:
                  workers: 1
            """,
            List.of("EVT350:4")),
        Arguments.of(
            "nova/values.yaml",
            """
            conf:
              nova:
                DEFAULT:
                  metadata_workers: 1
            """,
            List.of("EVT321:4")),
        Arguments.of("nova/api.py", "n = CONF.wsgi.default_pool_size\n", List.of("EVT320:1")),
        Arguments.of(
            "pyproject.toml",
            """
            [tool.coverage.run]
            branch = true
            concurrency = ["thread", "eventlet"]
            """,
            List.of("EVT384:3")),
        Arguments.of(
            "pyproject.toml",
            """
            [tool.coverage]
            run.concurrency = "greenlet" # of the tests
            """,
            List.of("EVT384:2")),
        Arguments.of(
            "pyproject.toml",
            """
            [tool.coverage.run]
            concurrency = ["thread"]
            [tool.other.run]
            concurrency = ["eventlet"]
            """,
            List.of()),
        Arguments.of(
            "setup.cfg",
            """
            [coverage:run]
            concurrency =
                thread
                eventlet
            """,
            List.of("EVT384:2")),
        Arguments.of(
            ".coveragerc",
            """
            [run]
            concurrency = eventlet
            """,
            List.of("EVT384:2")),
        Arguments.of(
            "a.conf",
            """
            [database]
            use_tpool = true
            """,
            List.of("EVT312:2")),
        Arguments.of(
            "logging.conf",
            """
            [logger_eventletwsgi]
            qualname = eventlet.wsgi.server
            """,
            List.of("EVT380:2")),
        Arguments.of(
            "group_vars/all.yml", "nova_oslomsg_heartbeat_in_pthread: true\n", List.of("EVT301:1")),
        Arguments.of(
            "manifests/api.pp",
            """
            nova_config {
              'DEFAULT/metadata_workers': value => $workers;
            }
            """,
            List.of("EVT321:2")),
        Arguments.of(
            "manifests/init.pp",
            """
            class nova::init(
              $rabbit_heartbeat_in_pthread = true,
            ) {
              oslo::messaging::rabbit { 'nova_config':
                heartbeat_in_pthread => $rabbit_heartbeat_in_pthread,
              }
            }
            """,
            List.of("EVT301:2", "EVT301:5")),
        Arguments.of(
            "manifests/service/wsgi.pp",
            """
            define oslo::service::wsgi (
              $client_socket_timeout = 900,
              $tcp_keepidle          = undef,
            ) {
            }
            oslo::service::wsgi { 'other_config':
              max_header_line => 16384,
            }
            other::wsgi { 'other_config':
              max_header_line => 16384,
            }
            """,
            List.of("EVT310/listener:2", "EVT310/listener:7")),
        Arguments.of(
            "lib/nova",
            """
            #!/bin/bash
            iniset $NOVA_CONF DEFAULT osapi_compute_workers 2
            iniset $NOVA_CONF DEFAULT metadata_workers "$API_WORKERS"
            """,
            List.of("EVT321:2", "EVT321:3")),
        Arguments.of(
            "setup.py",
            """
            from setuptools import setup
            REQUIRES = ['eventlet', 'six']
            setup(install_requires=REQUIRES, tests_require=['eventlet>=0.36'])
            """,
            List.of("EVT400:2", "EVT400:3")),
        Arguments.of(
            "tox.ini",
            """
            [testenv]
            deps =
              py312: eventlet>=0.36
            """,
            List.of("EVT400/environment:3")),
        Arguments.of(
            "bindep.txt", "python3-eventlet [platform:dpkg]\n", List.of("EVT400/system-package:1")),
        Arguments.of(
            "Dockerfile",
            """
            RUN apt-get update && apt-get install -y \\\\
              python3-eventlet
            RUN pip install --upgrade eventlet
            ENV EVENTLET_HUB poll
            """,
            List.of("EVT400/system-package:2", "EVT400/environment:3", "EVT510/hub:4")),
        Arguments.of(
            "nova.spec.j2",
            """
            Requires: {{ py3('eventlet') }}
            BuildRequires: python3-eventlet >= 0.30
            Summary: python3-eventlet
            """,
            List.of("EVT400/system-package:1", "EVT400/system-package:2")),
        Arguments.of(
            "debian/control",
            """
            Package: nova
            Depends: python3-six,
             python3-eventlet (>= 0.30),
            Description: python3-eventlet
            """,
            List.of("EVT400/system-package:3")),
        Arguments.of(
            "environment.yml",
            """
            dependencies:
              - conda-forge::eventlet=0.36
            """,
            List.of("EVT400:2")),
        Arguments.of(
            "setup.cfg",
            """
            [entry_points]
            console_scripts =
              tacker-server = tacker.cmd.eventlet.tacker_server:main
            """,
            List.of("EVT410:3")),
        Arguments.of(
            "run.sh",
            """
            exec gunicorn -w 4 -k eventlet app:app
            celery -A proj worker --pool=eventlet
            """,
            List.of("EVT500:1", "EVT501:2")),
        Arguments.of(
            "compose.yml",
            """
            services:
              web:
                command: ["gunicorn", "--worker-class", "eventlet"]
                environment:
                  EVENTLET_HUB: asyncio
            """,
            List.of("EVT500:3", "EVT510/asyncio-hub:5")),
        Arguments.of(
            "playbook.yml",
            """
            environment: {EVENTLET_HUB: asyncio}
            env: { PATH: /bin, "EVENTLET_NO_GREENDNS": 'yes'}
            template: "{{EVENTLET_HUB: asyncio}} ${EVENTLET_HUB: -3}"
            """,
            List.of("EVT510/asyncio-hub:1", "EVT510:2")),
        Arguments.of(
            "neutron.service",
            """
            [Service]
            ExecStart=/usr/bin/neutron-server --config-file a
            """,
            List.of("EVT411/neutron:2")),
        Arguments.of("gunicorn.conf.py", "worker_class = 'eventlet'\n", List.of("EVT500:1")),
        Arguments.of(
            "a/b.py",
            """
            import os
            os.environ['EVENTLET_NO_GREENDNS'] = 'yes'
            """,
            List.of("EVT510:2")),
        Arguments.of(
            "a/reads.py",
            """
            import os
            a = os.environ.get('OS_NOVA_DISABLE_EVENTLET_PATCHING', 'false')
            b = os.getenv('OS_NOVA_DISABLE_EVENTLET_PATCHING', 'false')
            c = os.environ.setdefault('OS_NOVA_DISABLE_EVENTLET_PATCHING', 'false')
            d = os.environ.get('EVENTLET_THREADPOOL_SIZE', 20)
            """,
            List.of("EVT511:4", "EVT510:5")),
        Arguments.of(
            "upper-constraints.txt",
            """
            eventlet===0.41.2
            gevent===1.2.1
            psycogreen===1.0.2
            """,
            List.of("EVT400/constraint:1", "EVT400/constraint:2", "EVT400/constraint:3")),
        Arguments.of(
            "a/c.py",
            """
            from flask_socketio import SocketIO
            s = SocketIO(app, async_mode='eventlet')
            """,
            List.of("EVT502:2")),
        Arguments.of(
            "a/d.py",
            """
            from oslo_service import threadgroup
            t = threadgroup.ThreadGroup(thread_pool_size=3)
            """,
            List.of("EVT233:2")),
        Arguments.of(
            "a/e.py",
            """
            from oslo_log import pipe_mutex
            from neutron.common import eventlet_utils
            """,
            List.of("EVT270:1", "EVT282:2")));
  }
}
