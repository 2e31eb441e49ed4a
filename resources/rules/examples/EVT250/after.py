import futurist


def executor():
    return futurist.ThreadPoolExecutor(max_workers=20)
