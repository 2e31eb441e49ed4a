from masakari import utils


def recover(context, engine, host):
    utils.spawn_n(engine.recover, context, host)
