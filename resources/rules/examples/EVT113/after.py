from concurrent import futures


def start(executor: futures.Executor, build):
    """Returns the future of a build."""
    return executor.submit(build)


def finished(job: futures.Future, report):
    job.add_done_callback(report)
    return job.result()
