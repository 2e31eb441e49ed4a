from oslo_service import backend


def launcher(conf):
    return backend.get_component('ServiceLauncher')(conf)
