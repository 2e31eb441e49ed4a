import futurist


def executor_for_tests():
    return futurist.SynchronousExecutor(green=True)
