"""Runs a Django project's real migrations in the database of the request, or makes its models' tables without them.

Request: {"root", "settings": module or null, "of": "models" or "migrations", "database": {"dialect", "file"} of an
SQLite, or {"dialect", "host", "port", "socket", "name", "user", "password", "sslmode"}}.
Answer: {"django": version, "applied": ["app.0001_initial", …], "foreign": [table, …]}, where `foreign` are the tables of
apps outside the root; or {"error", "trace", "migration": the one that did not apply, or null, "file": where it stands}.
"""
import io
import os
import re
import sys
from pathlib import Path

from answering import answer_with, described


def migrate(request):
    try:
        import django
    except ImportError:
        return {"error": "Django is not installed for this interpreter", "trace": "", "migration": None}
    from django.conf import settings

    os.environ["DJANGO_SETTINGS_MODULE"] = settings_module(request)
    settings.DATABASES = {alias: database(given, request["database"]) for alias, given in databases(settings).items()}
    if request["of"] == "models":
        settings.MIGRATION_MODULES = NoMigrations()
    django.setup()
    from django.core.management import call_command

    output = io.StringIO()
    how = {"interactive": False, "run_syncdb": request["of"] == "models", "no_color": True}
    try:
        call_command("migrate", verbosity=1, stdout=output, stderr=output, **how)
    except BaseException as error:
        migration = failed_in(output.getvalue())
        where = file_of(migration) if migration else None
        return {"error": described(error), "trace": trace_of(error), "migration": migration, "file": where}
    return {
        "django": django.get_version(),
        "applied": applied(output.getvalue()),
        "foreign": foreign_tables(Path(request["root"]).resolve()),
    }


class NoMigrations:
    """As MIGRATION_MODULES: no app has migrations, so that `migrate` makes the tables of the models themselves."""

    def __contains__(self, app_label):
        return True

    def __getitem__(self, app_label):
        return None


def trace_of(error):
    import traceback

    return "".join(traceback.format_exception(error))


def failed_in(output):
    """The migration that was being applied when it ended."""
    begun = re.findall(r"Applying ([\w.]+)\.\.\.", output)
    return begun[-1] if begun and begun[-1] not in applied(output) else None


def file_of(migration):
    from django.db.migrations.loader import MigrationLoader

    app, _, name = migration.partition(".")
    found = MigrationLoader(None).disk_migrations.get((app, name))
    return getattr(sys.modules.get(type(found).__module__), "__file__", None)


def applied(output):
    return re.findall(r"Applying ([\w.]+)\.\.\. OK", output)


def settings_module(request):
    """As manage.py finds it, unless the request names it."""
    if request["settings"]:
        return request["settings"]
    manage = Path("manage.py")
    named = manage.exists() and re.search(r"DJANGO_SETTINGS_MODULE\W+([\w.]+)", manage.read_text(encoding="utf-8"))
    module = os.environ.get("DJANGO_SETTINGS_MODULE") or (named and named.group(1))
    if not module:
        raise LookupError("no settings module is named in manage.py or DJANGO_SETTINGS_MODULE; name it in the options")
    return module


def databases(settings):
    return settings.DATABASES if settings.DATABASES.get("default") else {"default": {}}


# For each dialect, Django's own engine, and what the name of another has that is one for it, too.
ENGINES = {
    "postgresql": ("django.db.backends.postgresql", "postg"),
    "mysql": ("django.db.backends.mysql", "mysql|maria|tidb"),
    "mariadb": ("django.db.backends.mysql", "mysql|maria"),
    "sqlite": ("django.db.backends.sqlite3", "sqlite|spatialite"),
}


def database(given, to):
    """A database of the project's, led to the one of the request; its engine stays where it is one for that dialect."""
    engine, kin = ENGINES[to["dialect"]]
    kept = str(given.get("ENGINE", ""))
    entry = {"ENGINE": kept if re.search(kin, kept) else engine, "CONN_MAX_AGE": 0}
    if to["dialect"] == "sqlite":
        return {**entry, "NAME": to["file"], "OPTIONS": options_kept(given, ["init_command", "transaction_mode"])}
    return {
        **entry,
        "NAME": to["name"],
        "USER": to["user"],
        "PASSWORD": to["password"],
        "HOST": "" if to["socket"] else to["host"],
        "PORT": "" if to["socket"] else str(to["port"]),
        "OPTIONS": options(given, to),
    }


def options(given, to):
    if to["dialect"] == "postgresql":
        return {"sslmode": to["sslmode"]} if to["sslmode"] else {}
    return {
        **options_kept(given, ["charset", "init_command", "sql_mode", "isolation_level"]),
        **({"unix_socket": to["socket"]} if to["socket"] else {}),
        **({"ssl_mode": to["sslmode"]} if to["sslmode"] else {}),
    }


def options_kept(given, names):
    """Those of a project's own options that decide what is made, and not where."""
    return {name: value for name, value in given.get("OPTIONS", {}).items() if name in names}


def foreign_tables(root):
    from django.apps import apps

    own = {config.label for config in apps.get_app_configs() if is_own(Path(config.path).resolve(), root)}
    models = apps.get_models(include_auto_created=True)
    return sorted({"django_migrations"} | {model._meta.db_table for model in models if model._meta.app_label not in own})


def is_own(path, root):
    """Packages that are installed in an environment below the root are not the project's."""
    return path.is_relative_to(root) and "site-packages" not in path.parts


if __name__ == "__main__":
    answer_with(migrate)
