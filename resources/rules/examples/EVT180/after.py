from oslo_db.sqlalchemy import enginefacade
import sqlalchemy as sa


@enginefacade.reader
def count(context, model):
    query = sa.select(sa.func.count()).select_from(model)
    return context.session.execute(query).scalar_one()
