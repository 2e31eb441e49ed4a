from gevent import pool


def download(images, fetch):
    return pool.Pool(10).map(fetch, images)
