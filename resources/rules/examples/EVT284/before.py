from heat.common import wsgi


def list_opts():
    yield 'eventlet_opts', wsgi.wsgi_elt_opts
