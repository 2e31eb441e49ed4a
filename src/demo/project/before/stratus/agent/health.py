"""What the agent knows of its node."""

import shutil
import time

from oslo_log import log as logging

LOG = logging.getLogger(__name__)


def disk_usage(path='/'):
    """The part of a file system that is used, from 0 to 1."""
    total, used, _free = shutil.disk_usage(path)
    return used / total


def wait_until_healthy(check, interval=1.0, attempts=30):
    """Asks until a check says yes; returns whether it did."""
    for _attempt in range(attempts):
        if check():
            return True
        time.sleep(interval)
    LOG.warning('Still not healthy after %d attempts', attempts)
    return False
