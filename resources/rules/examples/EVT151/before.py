from eventlet import debug


def dump(log):
    log.debug('Listeners: %s', debug.format_hub_listeners())
