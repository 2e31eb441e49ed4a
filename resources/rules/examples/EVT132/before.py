import eventlet

builds = eventlet.Semaphore(10)


def build(instance, driver):
    with builds:
        driver.build(instance)
