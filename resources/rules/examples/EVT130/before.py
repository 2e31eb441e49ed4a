from eventlet import event


class Reply:
    def __init__(self):
        self.done = event.Event()

    def received(self, message):
        self.done.send(message)

    def wait(self):
        return self.done.wait()
