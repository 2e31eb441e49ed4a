from eventlet import debug

debug.hub_prevent_multiple_readers(False)


def serve(connection, handlers):
    for handler in handlers:
        handler.read_from(connection)
