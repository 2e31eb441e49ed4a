import eventlet


def reachable(hosts, probe):
    """Returns the hosts that answer."""
    jobs = [(host, eventlet.spawn(probe, host)) for host in hosts]
    return [host for host, job in jobs if job.wait()]
