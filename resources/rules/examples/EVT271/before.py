from oslo_config import cfg
from oslo_db import concurrency

IMPL = concurrency.TpoolDbapiWrapper(
    cfg.CONF, {'sqlalchemy': 'sample.db.sqlalchemy.api'})
