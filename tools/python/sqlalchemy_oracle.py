"""Makes the tables of SQLAlchemy models in a database as `create_all` would.

Request: {"folder", "database", "how", "modules"?}. `database` is as scratch_database.py describes it. Every Python module
under `folder` is imported, or only those named. `how`: "create_all"; "create_each", which makes each table that can be
made, for a server that others are too much for; "print", which answers the DDL without asking a database; or "compare",
which answers what Alembic's autogenerate would change in the database as it is.
Answer: {"tables": [[schema or null, name], …], "refused"?: {name: why}}, {"output"}, or {"error"}.
"""
import gc
import importlib
import sys
import warnings
from pathlib import Path

import scratch_database
import sqlalchemy.dialects.mysql  # noqa: F401  imported here so that every fork has it
import sqlalchemy.dialects.postgresql  # noqa: F401
import sqlalchemy.dialects.sqlite  # noqa: F401
import sqlalchemy.orm
from case_process import serve
from sqlalchemy import MetaData, NullPool, create_engine, create_mock_engine, text
from sqlalchemy.dialects.postgresql import CITEXT, HSTORE
from sqlalchemy.schema import CreateIndex, CreateTable

warnings.simplefilter("ignore")


def answer(request):
    root = Path(request["folder"]).resolve()
    sys.path.insert(0, str(root))
    for module in request.get("modules") or modules_under(root):
        importlib.import_module(module)
    sqlalchemy.orm.configure_mappers()
    collections = metadata_with_tables()
    if request["how"] == "print":
        return printed(collections, request["dialect"])
    engine = create_engine(scratch_database.sqlalchemy_url(request["database"]), poolclass=NullPool)
    with engine.begin() as connection:
        if request["how"] == "compare":
            return {"output": [line for metadata in collections for line in differences(connection, metadata)]}
        if request["how"] == "create_each":
            return created_each(in_one_schema(connection, collections), collections)
        for metadata in collections:
            prepare(connection, metadata)
            metadata.create_all(connection)
    return {"tables": [[table.schema, table.name] for metadata in collections for table in metadata.tables.values()]}


def created_each(connection, collections):
    """All at once where that goes, else every table on its own."""
    tables = [table for metadata in collections for table in metadata.sorted_tables]
    refused = {}
    try:
        for metadata in collections:
            metadata.create_all(connection)
    except Exception:
        made = MetaData()
        made.reflect(connection)
        made.drop_all(connection)
        for table in tables:
            for name, make in pieces(table):
                if table.name in refused:
                    continue
                try:
                    connection.execute(make)
                except Exception as error:
                    refused[name] = str(error).split("\n")[0]
    return {"tables": [[None, table.name] for table in tables if table.name not in refused], "refused": refused}


def printed(collections, dialect):
    """The statements of create_all, and why where the compiler refuses a table."""
    statements, refused, tables = [], {}, []
    engine = create_mock_engine(f"{dialect}://", lambda statement, *_: statements.append(compiled(statement, engine)))
    engine.dialect.default_schema_name = "cases"
    connection = in_one_schema(engine, collections)
    for metadata in collections:
        try:
            before = len(statements)
            metadata.create_all(connection, checkfirst=False)
            tables += metadata.sorted_tables
        except Exception:
            del statements[before:]
            for table in metadata.sorted_tables:
                for name, make in pieces(table):
                    if table.name in refused:
                        continue
                    before = len(statements)
                    try:
                        connection.execute(make)
                    except Exception as error:
                        del statements[before:]
                        refused[name] = str(error).split("\n")[0]
            tables += [table for table in metadata.sorted_tables if table.name not in refused]
    return {"output": statements, "tables": [[None, table.name] for table in tables], "refused": refused}


def pieces(table):
    """What create_all makes of a table, by name: itself, then its indexes."""
    yield table.name, CreateTable(table)
    for index in sorted(table.indexes, key=lambda index: str(index.name)):
        yield f"{table.name}.{index.name}", CreateIndex(index)


def compiled(statement, engine):
    names = {"schema_translate_map": engine.translated, "render_schema_translate": True} if engine.translated else {}
    # The driver halves what the compiler doubles.
    return str(statement.compile(dialect=engine.dialect, **names)).strip().replace("%%", "%")


def in_one_schema(connection, collections):
    """Servers without schemas hold the tables of all in one."""
    schemas = {table.schema for metadata in collections for table in metadata.tables.values()} - {None}
    connection.translated = {schema: None for schema in schemas} or None
    if not schemas or not hasattr(connection, "execution_options"):
        return connection
    return connection.execution_options(schema_translate_map=connection.translated)


def modules_under(root):
    paths = sorted(path.relative_to(root) for path in root.rglob("*.py") if not is_left_out(path.relative_to(root)))
    names = [".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in paths]
    return [name for name in names if name != "__init__"]


def is_left_out(path):
    """Tests, and migrations, whose tables are of the past: no application imports them."""
    return bool({"tests", "test", "testing", "migrations", "alembic"} & set(path.parts)) or path.name.startswith("test_")


def metadata_with_tables():
    """Every MetaData that an imported module made, however it is reached. SQLAlchemy's own describes pg_catalog."""
    found = [thing for thing in gc.get_objects() if isinstance(thing, MetaData) and thing.tables]
    found = [metadata for metadata in found if not describes_catalog(metadata)]
    return sorted(found, key=lambda metadata: (len(dependencies(metadata)), str(sorted(metadata.tables))))


def describes_catalog(metadata):
    return all(table.schema in ("pg_catalog", "information_schema") for table in metadata.tables.values())


def dependencies(metadata):
    """Names of tables that are referenced from here and defined elsewhere."""
    return {
        key.target_fullname.rsplit(".", 1)[0]
        for table in metadata.tables.values()
        for key in table.foreign_keys
        if key.target_fullname.rsplit(".", 1)[0] not in metadata.tables
    }


def prepare(connection, metadata):
    """What create_all expects to find: schemas and extensions. Other servers than PostgreSQL know neither."""
    if connection.dialect.name != "postgresql":
        return
    types = [column.type for table in metadata.tables.values() for column in table.columns]
    schemas = {table.schema for table in metadata.tables.values()} | {getattr(kind, "schema", None) for kind in types}
    schemas |= {metadata.schema}
    for schema in sorted(filter(None, schemas)):
        connection.execute(text(f'CREATE SCHEMA IF NOT EXISTS "{schema}"'))
    for kind, extension in ((CITEXT, "citext"), (HSTORE, "hstore")):
        if any(isinstance(type_, kind) for type_ in types):
            connection.execute(text(f"CREATE EXTENSION IF NOT EXISTS {extension}"))


def differences(connection, metadata):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    context = MigrationContext.configure(
        connection, opts={"compare_type": True, "compare_server_default": True}
    )
    return [repr(difference) for difference in compare_metadata(context, metadata)]


if __name__ == "__main__":
    serve(answer)
