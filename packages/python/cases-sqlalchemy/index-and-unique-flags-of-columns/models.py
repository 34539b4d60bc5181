from sqlalchemy import Column, Integer, MetaData, String, Table
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Person(Base):
    __tablename__ = "people"

    id = Column(Integer, primary_key=True, index=True)
    email = Column(String, unique=True)
    name = Column(String, index=True)
    handle = Column(String, unique=True, index=True)
    off = Column(String, unique=False, index=False)


class Key(Base):
    __tablename__ = "keys"

    id = Column(Integer, primary_key=True, unique=True)


scoped = Table(
    "a_table_with_a_name_that_is_rather_long_for_an_identifier",
    Base.metadata,
    Column("id", Integer, primary_key=True),
    Column("a_column_with_a_long_name", Integer, index=True),
    Column("another_column_with_a_long_name", Integer, unique=True),
    schema="reporting",
)
