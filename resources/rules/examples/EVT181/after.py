from osprofiler import initializer


def enable_tracing(conf, context, host):
    initializer.init_from_conf(
        conf=conf, context=context, project='sample', service='api', host=host)
