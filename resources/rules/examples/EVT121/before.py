from eventlet import pools


class SessionPool(pools.Pool):
    def create(self):
        return open_session()


def ping(sessions):
    with sessions.item() as session:
        session.ping()
