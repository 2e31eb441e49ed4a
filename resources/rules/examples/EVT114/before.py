from eventlet import greenthread


def expire(token, seconds):
    greenthread.call_after_global(seconds, token.revoke)
