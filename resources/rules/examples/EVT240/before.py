import oslo_messaging


def rpc_server(transport, target, endpoints):
    return oslo_messaging.get_rpc_server(
        transport, target, endpoints, executor='eventlet')
