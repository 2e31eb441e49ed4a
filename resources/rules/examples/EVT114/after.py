import threading


def expire(token, seconds):
    timer = threading.Timer(seconds, token.revoke)
    timer.daemon = True
    timer.start()
