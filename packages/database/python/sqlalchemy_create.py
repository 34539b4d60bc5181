"""Says as SQL what `create_all` would make of SQLAlchemy models. No database and no driver is asked.

Request: {"root", "paths": directories to import from, "modules": ["app.models", …], "dialect": whose SQL is meant}.
Answer: {"sqlalchemy": version, "statements": [SQL, …]} of every MetaData that the modules fill; or {"error", "trace"}.
"""
import gc
import importlib
import sys

from answering import answer_with


def create(request):
    try:
        import sqlalchemy
    except ImportError:
        return {"error": "SQLAlchemy is not installed for this interpreter", "trace": ""}
    sys.path[:0] = request["paths"]
    for module in request["modules"]:
        importlib.import_module(module)
    configure_mappers()
    statements = [statement for metadata in filled() for statement in made_by(metadata, request["dialect"])]
    return {"sqlalchemy": sqlalchemy.__version__, "statements": statements}


def configure_mappers():
    from sqlalchemy import orm

    orm.configure_mappers()


def filled():
    """Every MetaData that an imported module made, however it is reached; those that others refer to first."""
    from sqlalchemy import MetaData

    found = [thing for thing in gc.get_objects() if isinstance(thing, MetaData) and thing.tables]
    own = [metadata for metadata in found if not describes_catalog(metadata)]
    return sorted(own, key=lambda metadata: (len(references(metadata)), sorted(metadata.tables)))


def describes_catalog(metadata):
    """SQLAlchemy describes the catalogs of databases, PostgreSQL's and others', by MetaData of its own."""
    dialects = [module for name, module in list(sys.modules.items()) if name.startswith("sqlalchemy.dialects.")]
    if any(value is metadata for module in dialects for value in vars(module).values()):
        return True
    return all(table.schema in ("pg_catalog", "information_schema") for table in metadata.tables.values())


def references(metadata):
    """Names of tables that foreign keys lead to and that are defined elsewhere."""
    targets = {
        key.target_fullname.rsplit(".", 1)[0] for table in metadata.tables.values() for key in table.foreign_keys
    }
    return targets - set(metadata.tables)


# None of the drivers has to be installed.
URLS = {
    "postgresql": "postgresql+psycopg2://",
    "mysql": "mysql+pymysql://",
    "mariadb": "mariadb+pymysql://",
    "sqlite": "sqlite://",
}


def made_by(metadata, dialect):
    from sqlalchemy import create_mock_engine

    statements = []
    engine = create_mock_engine(
        URLS[dialect],
        lambda statement, *_: statements.append(str(statement.compile(dialect=engine.dialect)).strip()),
        # Other styles of parameters double every percent sign.
        paramstyle="named",
    )
    # As it is found at every server that has not changed standard_conforming_strings.
    if dialect == "postgresql":
        engine.dialect._backslash_escapes = False
    metadata.create_all(engine, checkfirst=False)
    # Other servers than PostgreSQL know neither schemas of a database nor extensions.
    return [*(expected_by(metadata) if dialect == "postgresql" else []), *statements]


def expected_by(metadata):
    """What create_all expects to find: schemas, and the extensions whose types it names."""
    types = [column.type for table in metadata.tables.values() for column in table.columns]
    schemas = {table.schema for table in metadata.tables.values()} | {getattr(kind, "schema", None) for kind in types}
    names = sorted(filter(None, schemas | {metadata.schema}))
    extensions = sorted({"CITEXT": "citext", "HSTORE": "hstore"}.get(type(kind).__name__, "") for kind in types)
    return [
        *(f'CREATE SCHEMA IF NOT EXISTS "{name}"' for name in names),
        *(f"CREATE EXTENSION IF NOT EXISTS {name}" for name in dict.fromkeys(extensions) if name),
    ]


if __name__ == "__main__":
    answer_with(create)
