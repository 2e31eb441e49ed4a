"""What other modules take from here."""

try:
    import eventlet
    from eventlet import greenpool
except ImportError:
    eventlet = None
    greenpool = None

from eventlet import event as green_event, queue, semaphore

if eventlet is not None and eventlet.patcher.is_monkey_patched("thread"):
    Event = green_event.Event
else:
    import threading

    Event = threading.Event

__all__ = ("eventlet", "Event", "queue", "pool")
__all__ += ["semaphore"]


def pool(size: int = 10) -> "greenpool.GreenPool":
    return greenpool.GreenPool(size)


def get_eventlet():
    import eventlet as found

    return found
