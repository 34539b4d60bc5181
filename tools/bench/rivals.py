"""What teams run today, measured with its imports: `makemigrations --check`, or Alembic's comparison with a database.

Arguments: `makemigrations` or `compare`, and the workspace; BENCH_PORT is the server's. Exit status 0 where all agree.
"""
import atexit
import importlib
import json
import os
import resource
import sys
from pathlib import Path


@atexit.register
def leave_usage():
    used = resource.getrusage(resource.RUSAGE_SELF)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    usage = {"cpu": used.ru_utime + used.ru_stime, "megabytes": used.ru_maxrss / unit}
    Path(os.environ["BENCH_USAGE"]).write_text(json.dumps(usage))


def makemigrations(workspace):
    sys.path.insert(0, str(workspace / "django_app"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    from django.core.management import execute_from_command_line

    execute_from_command_line(["manage.py", "makemigrations", "--check", "--dry-run"])


def compare(workspace):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlalchemy import create_engine

    sys.path.insert(0, str(workspace))
    for module in sorted((workspace / "database").glob("*.py")):
        importlib.import_module(f"database.{module.stem}".removesuffix(".__init__"))
    metadata = importlib.import_module("database.base").Base.metadata
    port = os.environ["BENCH_PORT"]
    engine = create_engine(f"postgresql+psycopg2://postgres:postgres@127.0.0.1:{port}/postgres?sslmode=disable")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        differences = compare_metadata(context, metadata)
    for difference in differences[:20]:
        print(difference)
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    {"makemigrations": makemigrations, "compare": compare}[sys.argv[1]](Path(sys.argv[2]).resolve())
