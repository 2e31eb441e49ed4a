from cheroot import wsgi


def serve(application, port):
    """For tests; in production uWSGI runs the application."""
    server = wsgi.Server(('0.0.0.0', port), application, numthreads=10)
    server.safe_start()
