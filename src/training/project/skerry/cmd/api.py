import sys

import eventlet

eventlet.monkey_patch(os=False)

import subprocess

from skerry import wsgi


def main():
    subprocess.Popen(["gunicorn", "-k", "eventlet", "skerry.wsgi"])
    sys.exit(wsgi.application)


if __name__ == "__main__":
    main()
