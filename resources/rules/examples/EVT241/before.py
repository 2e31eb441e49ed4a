import oslo_messaging


def listener(transport, targets, endpoints):
    return oslo_messaging.get_notification_listener(
        transport, targets, endpoints, executor='threading')
