from eventlet import backdoor


def open_backdoor(sock):
    backdoor.backdoor_server(sock)
