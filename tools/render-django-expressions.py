"""Writes packages/python/cases/django-expressions/expected.json, and expected-sqlite.json and so on: what real Django writes
for each case on each server.

Run with a Python that has Django, psycopg and PyMySQL, and the name of a dialect (postgresql where none is given); no server
is needed.
"""

import importlib.util
import json
import sys
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings

folder = Path(__file__).parent.parent / "packages/python/cases/django-expressions"

sys.path.insert(0, str(Path(__file__).parent / "python"))
from mysql_without_server import pretend  # noqa: E402

dialect = sys.argv[1] if len(sys.argv) > 1 else "postgresql"
engines = {"postgresql": "postgresql", "sqlite": "sqlite3", "mysql": "mysql", "mariadb": "mysql"}
servers = {"mysql": "8.4.0", "mariadb": "11.4.2-MariaDB"}

settings.configure(
    DATABASES={"default": {"ENGINE": f"django.db.backends.{engines[dialect]}", "NAME": ":memory:"}},
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.postgres"],
    USE_TZ=True,
    TIME_ZONE="UTC",
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
)
django.setup()

from django.db import connection, models  # noqa: E402
from django.db.models.functions import Length  # noqa: E402
from django.db.models.sql.query import Query  # noqa: E402

models.CharField.register_lookup(Length)

spec = importlib.util.spec_from_file_location("expressions", folder / "expressions.py")
cases = importlib.util.module_from_spec(spec)
spec.loader.exec_module(cases)
model = cases.Stock
apps.clear_cache()
if dialect in servers:
    pretend(servers[dialect])
editor = connection.schema_editor(collect_sql=True)


def filled(sql, params):
    return sql % tuple(editor.quote_value(param) for param in params)


def condition_sql(condition):
    """As CheckConstraint._get_check_sql."""
    query = Query(model=model, alias_cols=False)
    where = query.build_where(condition)
    compiler = query.get_compiler(connection=connection)
    return filled(*where.as_sql(compiler, connection))


def expression_sql(expression):
    """As GeneratedField.generated_sql."""
    query = Query(model=model, alias_cols=False)
    compiler = query.get_compiler(connection=connection)
    resolved = expression.resolve_expression(query, allow_joins=False)
    return filled(*compiler.compile(resolved))


def attempt(render, value):
    try:
        return render(value)
    except Exception as error:  # what Django refuses is a case too
        return {"refused": f"{type(error).__name__}: {error}"}


expected = {
    "django": django.get_version(),
    "conditions": [attempt(condition_sql, each) for each in cases.CONDITIONS],
    "expressions": [attempt(expression_sql, each) for each in cases.EXPRESSIONS],
}
name = "expected.json" if dialect == "postgresql" else f"expected-{dialect}.json"
(folder / name).write_text(json.dumps(expected, indent=2, ensure_ascii=False) + "\n")
