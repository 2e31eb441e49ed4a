import eventlet


def stop_watching(watcher):
    eventlet.kill(watcher)
