def flatten(image):
    image.flatten()


def connect(library, uri):
    return library.open(uri)
