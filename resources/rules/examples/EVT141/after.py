import awaitlet


def addresses(resolver, host):
    """Runs below awaitlet.async_def(), inside of a loop."""
    return awaitlet.awaitlet(resolver.resolve(host))
