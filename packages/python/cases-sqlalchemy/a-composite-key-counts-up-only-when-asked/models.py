from sqlalchemy import ForeignKey, Integer, PrimaryKeyConstraint, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"

    id: Mapped[int] = mapped_column(primary_key=True)


class Line(Base):
    __tablename__ = "lines"

    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)


class Revision(Base):
    __tablename__ = "revisions"

    document: Mapped[str] = mapped_column(String(40), primary_key=True)
    serial: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)


class Reading(Base):
    __tablename__ = "readings"
    __table_args__ = (PrimaryKeyConstraint("taken", "sensor", name="readings_pk"),)

    sensor: Mapped[int]
    taken: Mapped[int] = mapped_column(Integer)
