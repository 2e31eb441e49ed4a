from glance.async_ import NativeThreadPoolModel


def pool(size):
    return NativeThreadPoolModel(size)
