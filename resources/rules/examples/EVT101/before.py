import sys

import eventlet

eventlet.monkey_patch()

from sample.cmd import worker


if __name__ == '__main__':
    sys.exit(worker.main())
