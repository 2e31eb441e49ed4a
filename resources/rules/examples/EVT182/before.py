from eventlet.support import greendns


def addresses(host, port):
    return greendns.getaddrinfo(host, port)
