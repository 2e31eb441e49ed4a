from sample import service

# What uWSGI loads: "module = sample.wsgi:application" in its configuration.
application = service.load_application()
