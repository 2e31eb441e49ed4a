from oslo_vmware.common import loopingcall


def poll(task):
    loop = loopingcall.FixedIntervalLoopingCall(task.check)
    return loop.start(interval=1).wait()
