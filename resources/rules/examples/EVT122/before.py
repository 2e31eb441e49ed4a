from eventlet import tpool


def flatten(image):
    tpool.execute(image.flatten)


def connect(library, uri):
    return tpool.Proxy(library.open(uri))
