from sample.common import config


def list_opts():
    yield 'sample', config.sample_opts
