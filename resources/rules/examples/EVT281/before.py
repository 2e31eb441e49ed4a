import sys

from watcher.cmd.eventlet import applier

if __name__ == '__main__':
    sys.exit(applier.main())
