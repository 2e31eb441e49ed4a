from eventlet import corolocal

current = corolocal.local()


def set_request(request):
    current.request = request
