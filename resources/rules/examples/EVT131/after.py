import queue

tasks = queue.Queue(maxsize=100)


def work():
    while True:
        task = tasks.get()
        task.run()
        tasks.task_done()
