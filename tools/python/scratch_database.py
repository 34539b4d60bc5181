"""The database of a request, for each ORM: {"dialect", …} with the "port" of a PostgreSQL, the "file" of an SQLite, or the
"socket", "name" and "user" of a MySQL or MariaDB. The drivers are imported here, so that every fork of a process has them.
"""
import sqlite3  # noqa: F401
from urllib.parse import quote

import psycopg2  # noqa: F401
import pymysql

# Django knows MySQL by the name of another driver, and asks for its version.
pymysql.version_info = (2, 2, 7, "final", 0)
pymysql.install_as_MySQLdb()


def django_settings(database):
    """As an entry of DATABASES."""
    return ENTRIES[database["dialect"]](database)


def sqlalchemy_url(database):
    return URLS[database["dialect"]](database)


def postgresql_entry(database):
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "postgres",
        "USER": "postgres",
        "PASSWORD": "postgres",
        "HOST": "127.0.0.1",
        "PORT": database["port"],
        "OPTIONS": {"sslmode": "disable"},
    }


def sqlite_entry(database):
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": database["file"]}


def mysql_entry(database):
    """Without a socket there is no server: what is asked of it is answered by mysql_without_server.py."""
    entry = {"ENGINE": "django.db.backends.mysql", "NAME": database.get("name", "none")}
    if "socket" not in database:
        return entry
    options = {"unix_socket": database["socket"], "charset": "utf8mb4"}
    return {**entry, "USER": database["user"], "OPTIONS": options}


ENTRIES = {"mysql": mysql_entry, "postgresql": postgresql_entry, "sqlite": sqlite_entry, "mariadb": mysql_entry}

URLS = {
    "postgresql": lambda to: f"postgresql+psycopg2://postgres:postgres@127.0.0.1:{to['port']}/postgres?sslmode=disable",
    "sqlite": lambda to: f"sqlite:///{to['file']}",
    "mysql": lambda to: mysql_url("mysql", to),
    "mariadb": lambda to: mysql_url("mariadb", to),
}


def mysql_url(dialect, to):
    return f"{dialect}+pymysql://{to['user']}@/{to['name']}?unix_socket={quote(to['socket'], safe='')}&charset=utf8mb4"
