from psycogreen import eventlet

eventlet.make_psycopg_green()
