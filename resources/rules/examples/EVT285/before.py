from oslo_service import service

from manila.wsgi import eventlet_server


def start(conf, application):
    server = eventlet_server.Server('api', application)
    return service.launch(conf, server)
