import os

from eventlet import greenio


def event_pipe():
    reader, writer = os.pipe()
    return greenio.GreenPipe(reader, 'rb'), greenio.GreenPipe(writer, 'wb')
