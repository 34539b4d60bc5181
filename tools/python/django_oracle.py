"""Makes the tables of a Django project in a database as Django itself would.

Request: {"folder", "database", "how"}. `database` is as scratch_database.py describes it. `folder` holds a project (with a manage.py somewhere in it) or bare apps, for which
settings are made up. `how`: "models" creates every model's table as `migrate --run-syncdb` does for apps without
migrations; "migrations" runs `migrate`; "check" runs `makemigrations --check` and answers what it prints; "problems" runs
the system checks of the project's own apps and answers what they find, a line each; "ddl" prints what would make the
models' tables in a MySQL that is not there, "server" being what it says of itself, and answers {"sql": [statement, …]}.
"makemigrations" runs `makemigrations` over a copy of the folder, with "now" as the moment in headers and names, "apps" as
labels, "renames" ("model.old=new" for fields, "old=new" for models, lower case) and "defaults" ("model.field": Python)
as the answers, and answers {"files": {path: text}} of what it wrote.
Answer: {"tables": [[schema or null, name], …]} of the project's own apps, {"output"}, or {"error"}.
"""
import datetime
import decimal  # noqa: F401  for answers
import os
import re
import shutil
import sys
import tempfile
import uuid  # noqa: F401  for answers
from io import StringIO
from pathlib import Path

import django
import django.core.management.commands.migrate  # noqa: F401  imported here so that every fork has it
import django.db.backends.postgresql.base  # noqa: F401
import django.db.backends.sqlite3.base  # noqa: F401
import django.db.models  # noqa: F401
import django.forms  # noqa: F401
import scratch_database
from case_process import serve
from django.conf import settings
from django.utils import timezone

CONTRIB = ["django.contrib.contenttypes", "django.contrib.auth"]


def answer(request):
    folder = Path(request["folder"]).resolve()
    if request["how"] == "makemigrations":
        return {"files": written_migrations(folder, request)}
    root = set_up(folder, request)
    if request["how"] == "check":
        return {"output": printed("makemigrations", "--check", "--dry-run", "--noinput", "-v", "1")}
    if request["how"] == "problems":
        return {"output": "\n".join(problems(root))}
    if request["how"] == "ddl":
        return {"sql": printed_ddl(request["server"]), "tables": own_tables(root)}
    if request["how"] == "migrations":
        refuse_conflicts()
        printed("migrate", "--run-syncdb", "-v", "0")
        return {"tables": made_tables(root)}
    create_models()
    return {"tables": own_tables(root)}


def set_up(folder, request):
    """Configures Django for the project and answers the directory that its modules are imported from."""
    manage = next(iter(sorted(folder.rglob("manage.py"))), None)
    root = manage.parent if manage else folder
    sys.path.insert(0, str(root))
    os.chdir(root)
    module = settings_module(manage) if manage else written_settings(root)
    if module:
        os.environ["DJANGO_SETTINGS_MODULE"] = module
        settings.DATABASES = databases(request)
        settings.SECRET_KEY = "oracle"
        if request["how"] in ("models", "ddl"):
            settings.MIGRATION_MODULES = NoMigrations()
    else:
        settings.configure(
            INSTALLED_APPS=[*contrib(request), *bare_apps(root)],
            DATABASES=databases(request),
            MIGRATION_MODULES=NoMigrations() if request["how"] in ("models", "ddl") else {},
            SECRET_KEY="oracle",
            USE_TZ=True,
            **request.get("settings", {}),
        )
    django.setup()
    return root


class NoMigrations:
    """As MIGRATION_MODULES: no app has migrations."""

    def __contains__(self, app_label):
        return True

    def __getitem__(self, app_label):
        return None


def settings_module(manage):
    return re.search(r"DJANGO_SETTINGS_MODULE\W+([\w.]+)", manage.read_text()).group(1)


def written_settings(root):
    """The settings of a case that has some but no manage.py."""
    found = sorted([*root.rglob("settings.py"), *root.rglob("settings/__init__.py")])
    return ".".join(found[0].relative_to(root).with_suffix("").parts).removesuffix(".__init__") if found else None


def databases(request):
    return {"default": scratch_database.django_settings(request["database"])}


def contrib(request):
    return [*CONTRIB, *(["django.contrib.postgres"] if request["database"]["dialect"] == "postgresql" else [])]


def bare_apps(root):
    """Every package with an apps.py, a models.py or a models package."""
    holders = {path.parent for name in ("apps.py", "models.py") for path in root.rglob(name)}
    holders |= {path.parent.parent for path in root.rglob("models/__init__.py")}
    packages = sorted(holder for holder in holders if holder != root and holder.name != "models")
    return [".".join(package.relative_to(root).parts) for package in packages]


def create_models():
    """The part of `migrate --run-syncdb` that makes tables, for every app and without signals."""
    from django.apps import apps
    from django.core.management.commands.migrate import Command
    from django.db import connection

    command = Command(stdout=StringIO(), stderr=StringIO())
    command.verbosity = 0
    for schema in sorted({schema for schema, _ in all_tables() if schema}):
        with connection.cursor() as cursor:
            cursor.execute(f'CREATE SCHEMA IF NOT EXISTS "{schema}"')
    command.sync_apps(connection, {config.label for config in apps.get_app_configs()})


def printed_ddl(server):
    """What create_models() would send to a MySQL server."""
    from django.apps import apps
    from django.db import connection, router
    from mysql_without_server import pretend

    pretend(server)
    with connection.schema_editor(collect_sql=True) as editor:
        for config in apps.get_app_configs():
            for model in router.get_migratable_models(config, "default", include_auto_created=False):
                if model._meta.can_migrate(connection):
                    editor.create_model(model)
    return editor.collected_sql


def problems(root):
    """Errors and warnings of the system checks, without those about settings that a case does not have."""
    from django.apps import apps
    from django.core import checks

    own = [config for config in apps.get_app_configs() if Path(config.path).resolve().is_relative_to(root)]
    found = checks.run_checks(app_configs=own, databases=["default"])
    return [f"{each.id} {each.obj}: {each.msg}" for each in found if each.level >= checks.WARNING and each.id != "models.W042"]


def own_tables(root):
    """The tables of the apps that lie in the project, many-to-many tables included."""
    from django.apps import apps

    own = {config.label for config in apps.get_app_configs() if Path(config.path).resolve().is_relative_to(root)}
    return sorted({split_table(model._meta.db_table) for model in apps.get_models(include_auto_created=True)
                   if model._meta.app_label in own and not model._meta.proxy}, key=str)


def made_tables(root):
    """Every table of the database but those of apps outside the project: SQL in migrations makes some of its own."""
    from django.db import connection

    names = {(None, name) for name in connection.introspection.table_names()}
    return sorted((names - set(foreign_tables(root)) - {(None, "django_migrations")}) | set(own_tables(root)), key=str)


def foreign_tables(root):
    own = set(own_tables(root))
    return [table for table in all_tables() if table not in own]


def refuse_conflicts():
    """`migrate` says so on its error output and exits."""
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    conflicts = MigrationLoader(connection).detect_conflicts()
    if conflicts:
        raise ValueError(f"Conflicting migrations: {conflicts}")


def all_tables():
    from django.apps import apps

    return [split_table(model._meta.db_table) for model in apps.get_models(include_auto_created=True)]


def split_table(name):
    """Django quotes names as a whole: the way to name a schema is to bring quotes of one's own."""
    parts = name.strip('"').split('"."')
    return (parts[0], parts[1]) if len(parts) == 2 else (None, name.strip('"') if name.startswith('"') else name)


def written_migrations(folder, request):
    """What `makemigrations` writes, by path below the folder."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch).resolve() / "project"
        shutil.copytree(folder, copy)
        before = python_files(copy)
        set_up(copy, request)
        answer_questions(request)
        output = printed("makemigrations", *request.get("apps", []), "--noinput", "-v", "1")
        after = python_files(copy)
    if "exit" in output:
        raise ValueError(output)
    return {path: text for path, text in after.items() if path not in before}


def python_files(folder):
    return {path.relative_to(folder).as_posix(): path.read_text() for path in sorted(folder.rglob("*.py"))}


def answer_questions(request):
    """Fixes the moment, and what an interactive `makemigrations` would ask a person."""
    import django.core.management.commands.makemigrations as command
    import django.db.migrations.migration as migration
    import django.db.migrations.writer as writer
    from django.db.models import NOT_PROVIDED

    now = datetime.datetime.strptime(request["now"], "%Y-%m-%d %H:%M")
    writer.now = lambda: now
    migration.get_migration_name_timestamp = lambda: now.strftime("%Y%m%d_%H%M")
    renames = set(request.get("renames", []))
    defaults = {name: eval(text) for name, text in request.get("defaults", {}).items()}  # noqa: S307

    class Questioner(command.NonInteractiveMigrationQuestioner):
        def ask_rename(self, model_name, old_name, new_name, field_instance):
            return f"{model_name}.{old_name}={new_name}" in renames

        def ask_rename_model(self, old_model_state, new_model_state):
            return f"{old_model_state.name_lower}={new_model_state.name_lower}" in renames

        def ask_not_null_addition(self, field_name, model_name):
            name = f"{model_name}.{field_name}"
            return defaults[name] if name in defaults else super().ask_not_null_addition(field_name, model_name)

        def ask_not_null_alteration(self, field_name, model_name):
            return defaults.get(f"{model_name}.{field_name}", NOT_PROVIDED)

        def ask_auto_now_add_addition(self, field_name, model_name):
            return timezone.now

    command.NonInteractiveMigrationQuestioner = Questioner
    command.MigrationLoader.check_consistent_history = lambda self, connection: None


def printed(command, *arguments):
    from django.core.management import call_command

    output = StringIO()
    try:
        call_command(command, *arguments, stdout=output, stderr=output)
    except SystemExit as exit:
        output.write(f"exit {exit.code}")
    return output.getvalue()


if __name__ == "__main__":
    serve(answer)
