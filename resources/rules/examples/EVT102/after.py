import threading


def start_heartbeat(beat):
    threading.Thread(target=beat, daemon=True).start()
