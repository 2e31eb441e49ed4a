"""Sleeps, and answers calls."""

import eventlet
import oslo_messaging

from skerry import compat


def run(transport, target, endpoints):
    eventlet.sleep(10)
    compat.eventlet.sleep(1)
    return oslo_messaging.get_rpc_server(transport, target, endpoints, executor="eventlet")
