from concurrent import futures


class Reply:
    def __init__(self):
        self.done = futures.Future()

    def received(self, message):
        self.done.set_result(message)

    def wait(self):
        return self.done.result(timeout=60)
