import queue
import threading


def serve(connection, handlers):
    """One thread reads; the handlers get what it has read."""
    inboxes = [queue.Queue() for _ in handlers]
    for handler, inbox in zip(handlers, inboxes):
        threading.Thread(target=handler.run, args=(inbox,)).start()
    for message in connection:
        for inbox in inboxes:
            inbox.put(message)
