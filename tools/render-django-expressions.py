"""Writes packages/python/cases/django-expressions/expected.json: what real Django writes for each case.

Run with a Python that has Django and psycopg; no server is needed.
"""

import importlib.util
import json
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings

folder = Path(__file__).parent.parent / "packages/python/cases/django-expressions"

settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "none"}},
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
(folder / "expected.json").write_text(json.dumps(expected, indent=2, ensure_ascii=False) + "\n")
