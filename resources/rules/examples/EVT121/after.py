import contextlib
import queue


class SessionPool:
    def __init__(self, size):
        self.free = queue.LifoQueue()
        for _ in range(size):
            self.free.put(open_session())

    @contextlib.contextmanager
    def item(self):
        session = self.free.get(timeout=60)
        try:
            yield session
        finally:
            self.free.put(session)
