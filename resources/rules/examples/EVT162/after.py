from websockets.sync import server


def console(connection):
    for line in connection:
        connection.send(line)


def serve(port):
    with server.serve(console, 'localhost', port) as console_server:
        console_server.serve_forever()
