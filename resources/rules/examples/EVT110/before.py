import eventlet


class Notifier:
    def __init__(self, client):
        self.client = client

    def notify(self, context, volume):
        eventlet.spawn_n(self.client.send, context, volume)

    def notify_later(self, context, volume):
        eventlet.spawn_after(30, self.client.send, context, volume)
