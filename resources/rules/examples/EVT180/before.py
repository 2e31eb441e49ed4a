from eventlet import db_pool
import MySQLdb

pool = db_pool.ConnectionPool(MySQLdb, max_size=10, host='db', user='sample')


def count(table):
    with pool.item() as connection:
        cursor = connection.cursor()
        cursor.execute('SELECT COUNT(*) FROM ' + table)
        return cursor.fetchone()[0]
