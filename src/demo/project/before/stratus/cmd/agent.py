"""Starts the agent."""

import sys

import eventlet

eventlet.monkey_patch()

from oslo_config import cfg  # noqa: E402
from oslo_service import service  # noqa: E402

from stratus.agent import manager  # noqa: E402


def main():
    cfg.CONF(sys.argv[1:], project='stratus')
    launcher = service.launch(cfg.CONF, manager.AgentManager(cfg.CONF.host))
    launcher.wait()
