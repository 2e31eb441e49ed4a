from eventlet import wsgi


def serve(application, sock):
    wsgi.server(sock, application)
