import threading

import futurist


class Notifier:
    def __init__(self, client):
        self.client = client
        self.executor = futurist.ThreadPoolExecutor(max_workers=4)

    def notify(self, context, volume):
        self.executor.submit(self.client.send, context, volume)

    def notify_later(self, context, volume):
        timer = threading.Timer(30, self.notify, (context, volume))
        timer.daemon = True
        timer.start()
