from concurrent import futures

executor = futures.ThreadPoolExecutor(max_workers=10)


def recover(context, engine, host):
    executor.submit(engine.recover, context, host)
