from nova import thread_pool_factory


def notify(context, driver):
    thread_pool_factory.spawn(driver.notify, context)
