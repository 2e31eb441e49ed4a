from eventlet.green import subprocess


def version(command):
    return subprocess.check_output([command, '--version'])
