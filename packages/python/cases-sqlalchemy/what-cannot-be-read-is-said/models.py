import os

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, MetaData, String, Table, func
from sqlalchemy.orm import declarative_base

Base = declarative_base()

LENGTH = int(os.environ.get("NAME_LENGTH", "40"))


def extra():
    return Column(Integer, nullable=bool(os.environ.get("NULLABLE")))


class Known(Base):
    __tablename__ = "known"

    id = Column(Integer, primary_key=True)
    name = Column(String(LENGTH), nullable=False)
    extra = extra()
    fallback = Column(String, server_default=os.environ.get("FALLBACK", "x"))
    __table_args__ = (CheckConstraint(os.environ.get("CHECK", "id > 0"), name="from_outside"),)


class Hidden(Base):
    __tablename__ = os.environ.get("TABLE", "hidden")

    id = Column(Integer, primary_key=True)


if os.environ.get("OPTIONAL"):

    class Optional(Base):
        __tablename__ = "optional"
        id = Column(Integer, primary_key=True)


other = MetaData(schema=os.environ.get("SCHEMA"))
elsewhere = Table("elsewhere", other, Column("id", Integer, primary_key=True))
