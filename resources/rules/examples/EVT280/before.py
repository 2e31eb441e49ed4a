from nova import utils


def notify(context, driver):
    utils.spawn_n(driver.notify, context)
