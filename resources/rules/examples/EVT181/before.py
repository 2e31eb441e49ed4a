from eventlet.zipkin import patcher


def enable_tracing(host):
    patcher.enable_trace_patch(host=host)
