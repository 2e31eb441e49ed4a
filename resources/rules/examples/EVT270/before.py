import logging

from oslo_log import pipe_mutex


class FileHandler(logging.FileHandler):
    def createLock(self):
        self.lock = pipe_mutex.PipeMutex()
