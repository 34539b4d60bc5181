import enum

from sqlalchemy import Column, Enum, Integer, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    metadata = MetaData(schema="audit")


class Level(enum.Enum):
    low = 1
    high = 2


class Side(enum.Enum):
    left = 1
    right = 2


class Entry(Base):
    __tablename__ = "entries"
    __table_args__ = {"schema": "archive"}

    id = Column(Integer, primary_key=True)
    level = Column(Enum(Level))
    side: Mapped[Side] = mapped_column()
    given = Column(Enum("x", "y", name="given_kind", schema="public"))
