from concurrent import futures


def download(images, fetch):
    with futures.ThreadPoolExecutor(max_workers=10) as executor:
        return list(executor.map(fetch, images))
