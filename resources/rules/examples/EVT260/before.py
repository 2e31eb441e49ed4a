from taskflow import engines


def run(flow):
    engines.run(flow, engine='parallel', executor='greenthreaded')
