import eventlet
from eventlet.green import socket


def poll(address):
    eventlet.sleep(1)
    return socket.create_connection(address)
