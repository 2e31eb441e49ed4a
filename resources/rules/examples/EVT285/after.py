from manila.api import application

# What uWSGI or mod_wsgi loads and runs in processes of its own.
application = application.load()
