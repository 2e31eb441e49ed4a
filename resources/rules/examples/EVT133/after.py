def fetch(session, url):
    # Limits each wait for the server, not the download as a whole.
    return session.get(url, timeout=10)
