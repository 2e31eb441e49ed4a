from eventlet.asyncio import spawn_for_awaitable


def addresses(resolver, host):
    return spawn_for_awaitable(resolver.resolve(host)).wait()
