import threading

allocations = threading.Lock()


def allocate(pool):
    with allocations:
        return pool.pop()
