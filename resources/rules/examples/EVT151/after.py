import faulthandler
import sys


def dump():
    faulthandler.dump_traceback(file=sys.stderr, all_threads=True)
