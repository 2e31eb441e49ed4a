import functools
import importlib
import os

import eventlet
from eventlet import greenthread, tpool
from oslo_config import cfg
from oslo_utils import eventletutils, importutils

CONF = cfg.CONF
LOG = None

opts = [
    cfg.BoolOpt("heartbeat_in_pthread", default=True, help="Old."),
    cfg.IntOpt("workers", min=1),
]
CONF.register_opts(opts, group="oslo_messaging_rabbit")
CONF.set_override("heartbeat_in_pthread", True, group="oslo_messaging_rabbit")
os.environ["EVENTLET_HUB"] = "poll"
os.environ.setdefault("EVENTLET_NO_GREENDNS", "yes")

green = importutils.try_import("eventlet.green.threading")
hubs = importlib.import_module("eventlet.hubs")
spawn = eventlet.spawn
# A comment above.
sleep = getattr(eventlet, "sleep")
limits: dict[str, eventlet.Timeout] | None = eventlet.Timeout(1)
first, *others = eventlet.sleep, eventlet.spawn_n, greenthread.kill
(a, b), c = (eventlet.Timeout, 2), [eventlet.Queue]


def list_opts():
    return [("oslo_messaging_rabbit", opts)]


def spawn_n(func, /, *args, key=None, **kwargs):
    """Starts a function."""

    @functools.wraps(func)
    def wrapped(*inner, **named):
        nonlocal key
        key = named
        return func(*inner, **named)

    return eventlet.spawn_n(wrapped, *args, **kwargs)


def run(method, timeout=eventlet.Timeout):
    global LOG
    LOG = method
    with eventlet.Timeout(3) as t, open("x") as f:
        f.read()
    if eventletutils.is_monkey_patched("thread"):
        eventlet.sleep(0)
    elif (found := eventlet.greenthread.getcurrent()) is not None:
        found.link(print)
    else:
        tpool.execute(method)
    for i, value in enumerate(eventlet.GreenPool().imap(method, range(3))):
        if not i:
            continue
        elif value and i or method:
            break
    else:
        pass
    while True:
        try:
            eventlet.sleep(1)
        except (eventlet.Timeout, ValueError) as e:
            raise RuntimeError("x") from e
        except Exception:
            raise
        else:
            break
        finally:
            eventlet.kill(t)
    assert method, f"no {method!r:>{timeout}} {eventlet.version_info}"
    del timeout
    x = [eventlet.sleep(n) for n in range(3) if n]
    y = {k: v for k, v in enumerate(x)} | {**{}, "a": 1}
    z = {eventlet.spawn for _ in x} or (eventlet.spawn(f) for f in y)
    w = lambda q, *r, **s: eventlet.sleep(q) if q else -q ** 2
    return x[1:2], y[0], z, w, not x < 3 <= 4, 1_000, 1.5, 2j, b"", "a" "b", ..., None


async def wait(stream: "eventlet.green.socket.socket" = None) -> "list[eventlet.Event]":
    async with stream as s:
        async for item in s:
            yield item
    await stream.close()
    result = [i async for i in stream]
    return_value: int = len(result)
    return_value += 1
    yield (yield return_value)


class Worker(greenthread.GreenThread, metaclass=type):
    """Works."""

    pool = eventlet.GreenPool(size=4)

    def __init__(self, server):
        super().__init__()
        self.pool = eventlet.GreenPool()
        self.server = server
        self.sleep = eventlet.sleep

    @property
    def waiting(self):
        return self.pool.waiting()

    def start(self, message):
        self.server = messaging.get_rpc_server(
            transport, target, endpoints, executor="eventlet", serializer=serializer
        )
        match message:
            case {"kind": str(kind), **rest} if rest:
                eventlet.spawn(kind)
            case [1, 2, *_] | (3, 4):
                pass
            case Worker(server=s) as w:
                yield from w
            case None | -1 | "x" | a.b:
                return
            case _:
                getattr(eventlet, "spawn")(message)


from oslo_service import loopingcall, threadgroup, wsgi
import oslo_messaging as messaging
import futurist
from oslo_log import log

executor = futurist.GreenThreadPoolExecutor(max_workers=3)
group = threadgroup.ThreadGroup(thread_pool_size=10)
group.add_timer(60, run, initial_delay=3)
group.add_thread(run).link(print)
loop = loopingcall.FixedIntervalLoopingCall(run)
server = wsgi.Server(CONF, "skerry", None)
hub = eventlet.hubs.use_hub("poll")
eventlet.debug.hub_prevent_multiple_readers(False)
eventlet.spawn(run, "one that takes long and says so, one that takes long and says so, one that takes long and says so, one that takes long and says so, one that takes long and says so, one that takes long and says so, one that takes long and says so, one that takes long and says so")
