from oslo_service import threadgroup


def group():
    return threadgroup.ThreadGroup(thread_pool_size=10)
