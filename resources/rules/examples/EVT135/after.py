import threading

current = threading.local()


def set_request(request):
    current.request = request
