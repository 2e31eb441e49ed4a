from skerry import compat, utils
from skerry.compat import Event, pool as make_pool
from skerry.utils import spawn, spawn_n as start
import skerry.compat
from .compat import eventlet as ev
from . import utils as helpers


def load():
    utils.spawn_n(print)
    start(print)
    spawn(print)
    pool = make_pool()
    pool.spawn_n(print)
    compat.queue.Queue()
    skerry.compat.eventlet.sleep(2)
    ev.sleep(0.5)
    helpers.eventlet.spawn(print)
    helpers.Worker(None)
    event = Event()
    return event.wait()
