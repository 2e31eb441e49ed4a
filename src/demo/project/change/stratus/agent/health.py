"""What the agent knows of its node."""

import shutil

from eventlet import greenthread as gt
from oslo_log import log as logging

LOG = logging.getLogger(__name__)


def disk_usage(path='/'):
    """The part of a file system that is used, from 0 to 1."""
    total, used, _free = shutil.disk_usage(path)
    return used / total


def wait_until_healthy(check, interval=1.0, attempts=30):
    """Asks until a check says yes; returns whether it did.

    Callers used to wrap this in eventlet.spawn() themselves.
    """
    for _attempt in range(attempts):
        if check():
            return True
        # Unlike time.sleep(), eventlet.sleep() lets others run meanwhile.
        gt.sleep(interval)
    LOG.warning('Still not healthy after %d attempts of eventlet', attempts)
    return False
