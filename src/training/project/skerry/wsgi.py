"""The application."""

import eventlet  # noqa: EVT100

eventlet.monkey_patch()

from skerry import api  # noqa: E402
from skerry.compat import *  # noqa: F403

application = api.load()
