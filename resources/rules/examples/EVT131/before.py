import eventlet

tasks = eventlet.Queue(maxsize=100)


def work():
    while True:
        task = tasks.get()
        task.run()
