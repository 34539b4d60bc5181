import enum

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.sql.functions import FunctionElement, coalesce


class Base(DeclarativeBase):
    pass


class GenerateUUID(FunctionElement):
    name = "generate_uuid"
    inherit_cache = True


@compiles(GenerateUUID, "postgresql")
def generate_uuid_postgresql(element, compiler, **kwargs):
    return "(gen_random_uuid())"


@compiles(GenerateUUID, "sqlite")
def generate_uuid_sqlite(element, compiler, **kwargs):
    return "(hex(randomblob(16)))"


class Status(str, enum.Enum):
    READY = "READY"
    DONE = "DONE"


class Run(Base):
    __tablename__ = "runs"

    id = sa.Column(sa.Uuid, primary_key=True, server_default=GenerateUUID())
    status: Mapped[Status] = mapped_column(server_default=Status.READY)
    start = sa.Column(sa.DateTime)
    expected = sa.Column(sa.DateTime)
    name = sa.Column(sa.String)

    __table_args__ = (
        sa.Index("ix_runs_name_postgres", "name", postgresql_using="hash").ddl_if(dialect="postgresql"),
        sa.Index("ix_runs_name_sqlite", "name").ddl_if(dialect="sqlite"),
        sa.CheckConstraint("name <> ''", name="named").ddl_if("postgresql"),
        sa.Index("ix_runs_start", coalesce(start, expected).desc()),
        sa.Index("ix_runs_recent_sqlite", start.desc()).ddl_if(dialect="sqlite"),
    )


sa.Index("ix_runs_expected_sqlite", Run.expected).ddl_if(dialect="sqlite")
sa.Index("ix_runs_expected_postgres", Run.expected).ddl_if(dialect="postgresql")
