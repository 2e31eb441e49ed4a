import eventlet


def fetch(session, url):
    with eventlet.Timeout(10):
        return session.get(url)
