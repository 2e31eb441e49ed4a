from concurrent import futures
import socket


def serve(handle, port):
    with socket.create_server(('', port)) as listener:
        with futures.ThreadPoolExecutor(max_workers=20) as executor:
            while True:
                connection, address = listener.accept()
                executor.submit(handle, connection, address)
