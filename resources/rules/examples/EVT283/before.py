from glance.async_ import EventletThreadPoolModel


def pool(size):
    return EventletThreadPoolModel(size)
