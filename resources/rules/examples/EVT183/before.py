import warnings

import eventlet

warnings.simplefilter('ignore', eventlet.EventletDeprecationWarning)
