"""The agent: answers calls and reports the health of its node."""

import eventlet
from oslo_config import cfg
from oslo_log import log as logging
from oslo_service import service

from stratus.agent import health

CONF = cfg.CONF
LOG = logging.getLogger(__name__)


class AgentManager(service.Service):

    def __init__(self, host):
        super().__init__()
        self.host = host
        self.pool = eventlet.GreenPool(size=100)
        self.reports = []

    def start(self):
        super().start()
        self.pool.spawn_n(self._run)

    def stop(self, graceful=False):
        self.pool.waitall()
        super().stop(graceful)

    @staticmethod
    def poll(check, interval):
        while not check():
            eventlet.sleep(interval)

    def _run(self):
        self.poll(self._is_connected, interval=5)
        eventlet.spawn_n(self._report)

    def _is_connected(self):
        return health.wait_until_healthy(lambda: True)

    def _report(self):
        usage = health.disk_usage()
        LOG.info('Disk usage of %s is %.2f', self.host, usage)
        self.reports.append(usage)
