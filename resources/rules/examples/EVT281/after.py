import sys

from watcher.cmd import applier

if __name__ == '__main__':
    sys.exit(applier.main())
