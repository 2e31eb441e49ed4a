from eventlet import lock

allocations = lock.Lock()


def allocate(pool):
    with allocations:
        return pool.pop()
