def run(task, stopped, log):
    """Runs steps until the event tells it to stop."""
    while not stopped.is_set():
        task()
    log.info('Task was stopped')
