import eventlet


def serve(handle, port):
    eventlet.serve(eventlet.listen(('', port)), handle, concurrency=100)
