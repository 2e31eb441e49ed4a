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

package com.googlesource.gerrit.plugins.eventletguard.scan.python;

import com.googlesource.gerrit.plugins.eventletguard.scan.python.names.SymbolRoots;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The Python symbols that depend on Eventlet or go away with it. */
public final class EventletSymbols {
  /** Eventlet, and what libraries and services offer through it or dropped with it. */
  private static final List<String> OFFERED =
      List.of(
          "eventlet",
          "greenlet",
          "oslo_utils.eventletutils",
          "futurist.Green*",
          "oslo_service.wsgi",
          "oslo_service.eventlet_backdoor",
          "oslo_service.backend.eventlet",
          "oslo_service.backend._eventlet",
          "oslo_service.backend.BackendType.EVENTLET",
          "oslo_service.sslutils",
          "oslo_service.fixture.SleepFixture",
          "gunicorn.workers.geventlet",
          "taskflow.engines.action_engine.executor.ParallelGreenThreadTaskExecutor",
          "taskflow.utils.eventlet_utils",
          "kazoo.handlers.eventlet",
          "oslo_log.pipe_mutex",
          "oslo_db.concurrency.TpoolDbapiWrapper",
          "oslo_vmware.common.loopingcall",
          "neutron.common.eventlet_utils",
          "neutron.cmd.eventlet",
          "neutron.server.api_eventlet",
          "neutron.server.rpc_eventlet",
          "neutron.server.periodic_eventlet",
          "neutron.server.wsgi_eventlet",
          "neutron.agent.linux.utils.UnixDomainWSGIServer",
          "neutron.agent.l3.agent.ROUTER_PROCESS_GREENLET_MIN",
          "neutron.agent.l3.agent.ROUTER_PROCESS_GREENLET_MAX",
          "glance.async_.EventletThreadPoolModel",
          "glance.common.wsgi.set_eventlet_hub",
          "glance.common.wsgi.get_asynchronous_eventlet_pool",
          "glance.common.wsgi.PosixServer",
          "heat.common.wsgi.wsgi_elt_opts",
          "psycogreen.eventlet",
          "gevent");

  /** Projects' own helpers. A test that patches one depends on the project, not on Eventlet. */
  private static final List<String> HELPERS =
      List.of(
          "nova.utils.spawn_n",
          "nova.utils.tpool_execute",
          "nova.utils.spawn",
          "nova.utils.tpool_wrap",
          "cinder.utils.tpool_wrap",
          "watcher.cmd.eventlet",
          "watcher.eventlet",
          "tacker.common.eventlet_utils",
          "tacker.cmd.eventlet",
          "cinder.wsgi.eventlet_server",
          "manila.wsgi.eventlet_server",
          "nova.service.WSGIService",
          "nova.service.WSGIServer",
          "designate.service.WSGIService",
          "masakari.utils.spawn",
          "masakari.utils.spawn_n",
          "zun.common.utils.spawn_n",
          "cinder.manager.ThreadPoolManager");

  /** What is not to be patched by name in tests. */
  static final SymbolRoots PATCHED = new SymbolRoots(OFFERED);

  /** All of them, with all that is in them; {@code *} stands for the rest of a name. */
  public static final SymbolRoots ROOTS =
      new SymbolRoots(Stream.concat(OFFERED.stream(), HELPERS.stream()).toList());

  /** Every file that names one of the roots holds the words of one of these sets. */
  static final List<Set<String>> TRIGGERS =
      List.of(
          Set.of("eventlet"),
          Set.of("Eventlet"),
          Set.of("greenlet"),
          Set.of("futurist", "Green"),
          Set.of("oslo_service", "wsgi"),
          Set.of("oslo_service", "EVENTLET"),
          Set.of("oslo_service", "sslutils"),
          Set.of("oslo_service", "SleepFixture"),
          Set.of("utils.spawn"),
          Set.of(".utils import", "spawn"),
          Set.of("utils as", ".spawn"),
          Set.of("= utils", ".spawn"),
          Set.of("utils,", ".spawn"),
          Set.of("tpool_execute"),
          Set.of("tpool_wrap"),
          Set.of("ParallelGreenThreadTaskExecutor"),
          Set.of("oslo_log", "pipe_mutex"),
          Set.of("TpoolDbapiWrapper"),
          Set.of("oslo_vmware.common", "loopingcall"),
          Set.of("oslo_vmware import common", "loopingcall"),
          Set.of("UnixDomainWSGIServer"),
          Set.of("ROUTER_PROCESS_GREENLET"),
          Set.of("PosixServer"),
          Set.of("wsgi_elt_opts"),
          Set.of("WSGIService"),
          Set.of("WSGIServer"),
          Set.of("ThreadPoolManager"),
          Set.of("gevent"));

  private EventletSymbols() {}
}
