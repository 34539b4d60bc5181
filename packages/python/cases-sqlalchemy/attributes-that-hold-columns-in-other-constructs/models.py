import dataclasses

from sqlalchemy import Column, Integer, LargeBinary, String, Text
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    column_property,
    composite,
    deferred,
    mapped_column,
    synonym,
)


class Base(DeclarativeBase):
    pass


@dataclasses.dataclass
class Point:
    x: int
    y: int


class Vertex(Base):
    __tablename__ = "vertices"

    id: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[Point] = composite(mapped_column("x1"), mapped_column("y1"))
    end = composite(Point, Column("x2", Integer), Column("y2", Integer, nullable=False))
    photo = deferred(Column(LargeBinary))
    body: Mapped[str] = mapped_column(Text, deferred=True)
    first = column_property(Column("first_name", String(10)))
    label = synonym("body")
    doubled = column_property(id + id)
    renamed: Mapped[int] = mapped_column("other_name", key="other_key")
    names = association_proxy("vertices", "name")
    count: int = 3
    LIMIT = 10

    @hybrid_property
    def length(self):
        return self.id

    @property
    def size(self):
        return 1

    def method(self):
        return None
