import logging


class FileHandler(logging.FileHandler):
    """Has the lock that logging makes: a threading.RLock."""
