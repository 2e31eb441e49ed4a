import threading

builds = threading.BoundedSemaphore(10)


def build(instance, driver):
    with builds:
        driver.build(instance)
