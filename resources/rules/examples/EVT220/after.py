import threading


class Poller:
    def __init__(self):
        self.stopped = threading.Event()
