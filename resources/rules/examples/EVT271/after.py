from oslo_config import cfg
from oslo_db import api

IMPL = api.DBAPI.from_config(
    cfg.CONF, {'sqlalchemy': 'sample.db.sqlalchemy.api'})
