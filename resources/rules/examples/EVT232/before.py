from oslo_service.backend._eventlet import service


def launcher(conf):
    return service.ServiceLauncher(conf)
