#!/bin/sh
export EVENTLET_HUB=poll
pip install eventlet
if [ -n "$1" ]; then
  exec gunicorn --worker-class=eventlet "skerry.wsgi:application"
fi
