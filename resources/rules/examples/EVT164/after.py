import os


def event_pipe():
    reader, writer = os.pipe()
    return os.fdopen(reader, 'rb'), os.fdopen(writer, 'wb', 0)
