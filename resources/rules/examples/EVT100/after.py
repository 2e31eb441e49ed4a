from concurrent import futures


def reachable(hosts, probe):
    """Returns the hosts that answer."""
    with futures.ThreadPoolExecutor(max_workers=10) as executor:
        return [host for host, up in zip(hosts, executor.map(probe, hosts))
                if up]
