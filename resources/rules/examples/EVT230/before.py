from oslo_service import wsgi


def server(conf, application):
    return wsgi.Server(conf, 'sample', application, port=8080)
