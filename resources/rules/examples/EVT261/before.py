from kazoo import client
from kazoo.handlers import eventlet


def connect(hosts):
    return client.KazooClient(
        hosts=hosts, handler=eventlet.SequentialEventletHandler())
