import sys

from oslo_service import backend

backend.init_backend(backend.BackendType.THREADING)

from sample.cmd import worker


if __name__ == '__main__':
    sys.exit(worker.main())
