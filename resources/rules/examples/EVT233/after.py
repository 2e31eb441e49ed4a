from oslo_service import threadgroup


def group():
    return threadgroup.ThreadGroup(10)
