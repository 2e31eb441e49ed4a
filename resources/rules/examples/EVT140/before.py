from eventlet import hubs


def wait_readable(descriptor):
    hubs.trampoline(descriptor, read=True)
