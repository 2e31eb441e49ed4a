from concurrent import futures

MAX_WORKERS = 10


def query_cells(cells, query):
    with futures.ThreadPoolExecutor(max_workers=MAX_WORKERS) as executor:
        return list(executor.map(query, cells))
