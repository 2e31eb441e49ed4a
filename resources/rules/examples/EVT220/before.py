from oslo_utils import eventletutils


class Poller:
    def __init__(self):
        self.stopped = eventletutils.Event()
