from eventlet import greenthread


class Job(greenthread.GreenThread):
    """A build whose result somebody waits for."""


def finished(job, report):
    job.link(report)
    return job.wait()
