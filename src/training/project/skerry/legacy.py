import eventlet

def run(x):
    print "running", x
    try:
        exec "x = 1"
        raise ValueError, "x"
    except ValueError, e:
        print >>None, `e`
    if x <> 0777:
        eventlet.spawn(x)
    return ur"text", 10L
