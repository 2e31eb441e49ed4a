from eventlet import websocket


@websocket.WebSocketWSGI
def console(ws):
    while True:
        line = ws.wait()
        if line is None:
            break
        ws.send(line)
