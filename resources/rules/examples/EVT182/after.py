import socket


def addresses(host, port):
    return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
