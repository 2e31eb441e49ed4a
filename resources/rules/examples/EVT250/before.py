import futurist


def executor():
    return futurist.GreenThreadPoolExecutor(max_workers=1000)
