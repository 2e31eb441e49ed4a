from kazoo import client


def connect(hosts):
    return client.KazooClient(hosts=hosts)
