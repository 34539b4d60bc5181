import uuid

import sqlalchemy as sa
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import declarative_base
from sqlalchemy.sql.expression import FunctionElement
from sqlalchemy.types import CHAR, TypeDecorator, UserDefinedType

Base = declarative_base()

Identifier = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Document = sa.JSON().with_variant(postgresql.JSONB(), "postgresql").with_variant(mysql.LONGTEXT(), "mysql", "mariadb")
Body = sa.Text().with_variant(mysql.MEDIUMTEXT, "mysql").with_variant(mysql.LONGTEXT, "mariadb")


class GUID(TypeDecorator):
    impl = CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.UUID())
        if dialect.name == "sqlite":
            return dialect.type_descriptor(sa.String(36))
        return dialect.type_descriptor(CHAR(32))


class Points(UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        return "VARCHAR(77)"


class Money(TypeDecorator):
    impl = sa.Numeric(19, 4)
    cache_ok = True


class utcnow(FunctionElement):
    type = sa.DateTime()
    inherit_cache = True


@compiles(utcnow, "postgresql")
def pg_utcnow(element, compiler, **kw):
    return "TIMEZONE('utc', CURRENT_TIMESTAMP)"


@compiles(utcnow, "sqlite")
def sqlite_utcnow(element, compiler, **kw):
    return "CURRENT_TIMESTAMP"


@compiles(utcnow)
def any_utcnow(element, compiler, **kw):
    return "now()"


class Item(Base):
    __tablename__ = "items"
    __table_args__ = (
        sa.CheckConstraint("length(name) > 2", name="ck_items_mysql").ddl_if(dialect=("mysql", "mariadb")),
        sa.CheckConstraint("length(name) > 3", name="ck_items_sqlite").ddl_if(dialect="sqlite"),
        sa.CheckConstraint("length(name) > 4", name="ck_items_pg").ddl_if(dialect="postgresql"),
        sa.Index("ix_items_pg", "name").ddl_if(dialect="postgresql"),
        sa.Index("ix_items_sqlite", "name", "price").ddl_if(dialect="sqlite"),
        {"mysql_engine": "InnoDB", "mysql_charset": "utf8mb4", "mariadb_engine": "InnoDB"},
    )

    id = sa.Column(Identifier, primary_key=True, autoincrement=True)
    token = sa.Column(GUID, default=uuid.uuid4)
    name = sa.Column(sa.String(30), nullable=False)
    price = sa.Column(Money)
    document = sa.Column(Document)
    body = sa.Column(Body)
    points = sa.Column(Points)
    made_at = sa.Column(sa.DateTime, server_default=utcnow())
