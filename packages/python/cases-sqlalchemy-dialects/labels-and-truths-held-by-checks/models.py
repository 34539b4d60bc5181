import enum

import sqlalchemy as sa
from sqlalchemy import Column
from sqlalchemy.orm import declarative_base

Base = declarative_base(
    metadata=sa.MetaData(naming_convention={"ck": "ck_%(table_name)s_%(constraint_name)s"})
)


class State(enum.Enum):
    OPEN = "open"
    CLOSED = "closed"


class Ticket(Base):
    __tablename__ = "tickets"

    id = Column(sa.Integer, primary_key=True)
    state = Column(sa.Enum(State, name="state", create_constraint=True))
    free = Column(sa.Enum(State, name="free"))
    size = Column(sa.Enum("s", "m", "xl", name="size", native_enum=False, create_constraint=True))
    long_size = Column(sa.Enum("s", "m", name="long_size", native_enum=False, length=30))
    flag = Column(sa.Boolean(create_constraint=True, name="flag"))
    plain = Column(sa.Boolean)


class Unnamed(sa.orm.DeclarativeBase):
    pass


class Loose(Unnamed):
    __tablename__ = "loose"

    id = Column(sa.Integer, primary_key=True)
    flag = Column(sa.Boolean(create_constraint=True))
    size = Column(sa.Enum("s", "m", native_enum=False, create_constraint=True))
