import greenlet


def run(task, log):
    try:
        task()
    except greenlet.GreenletExit:
        log.info('Task was stopped')
