"""A connection of Django to MySQL that has no server behind it, for what is only printed: a schema editor that collects its
SQL, a compiler of expressions.
"""
from contextlib import nullcontext

import scratch_database  # noqa: F401  makes PyMySQL known as MySQL's driver
from django.db import connections
from pymysql.converters import escape_item


class Driver:
    """What Django asks the driver's connection for when it quotes a value."""

    encoders = None

    def escape(self, value, encoders):
        return escape_item(value, "utf8mb4")


def pretend(server):
    """The default connection has none. `server` is what it would say of itself: `8.4.0`, `11.4.2-MariaDB`."""
    connection = connections["default"]
    connection.__dict__["mysql_server_info"] = server
    connection.__dict__["mysql_server_data"] = {
        "version": server,
        "sql_mode": "",
        "default_storage_engine": "InnoDB",
        "lower_case_table_names": False,
        "has_zoneinfo_database": True,
        "sql_auto_is_null": False,
    }
    connection.connection = Driver()
    connection.ensure_connection = lambda: None
    connection.close = lambda: None
    connection.introspection.get_storage_engine = lambda cursor, table: "InnoDB"
    connection.cursor = lambda: nullcontext()
