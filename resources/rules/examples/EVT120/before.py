import eventlet


def query_cells(cells, query):
    pool = eventlet.GreenPool(size=len(cells))
    return list(pool.imap(query, cells))
