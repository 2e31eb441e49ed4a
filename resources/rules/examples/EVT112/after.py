import threading


class Watcher:
    def __init__(self, poll):
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self.run, args=(poll,))

    def run(self, poll):
        while not self.stopped.wait(timeout=5):
            poll()

    def stop(self):
        self.stopped.set()
        self.thread.join(timeout=30)
