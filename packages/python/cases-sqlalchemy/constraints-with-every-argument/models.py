from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    String,
    UniqueConstraint,
    and_,
    func,
    or_,
)
from sqlalchemy.dialects.postgresql import DATERANGE, ExcludeConstraint
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Room(Base):
    __tablename__ = "rooms"
    __table_args__ = (
        PrimaryKeyConstraint("building", "number", name="rooms_pk"),
        UniqueConstraint("code"),
        UniqueConstraint("floor", "number", name="uq_rooms_floor", deferrable=True, initially="DEFERRED"),
        UniqueConstraint("code", "floor", name="uq_nulls", postgresql_nulls_not_distinct=True),
        UniqueConstraint("number", "code", name="uq_include", postgresql_include=["floor"]),
        CheckConstraint("seats > 0", name="rooms_seats"),
        CheckConstraint("floor BETWEEN -2 AND 40"),
        {"comment": "Where things happen"},
    )

    building = Column(String(10))
    number = Column(Integer)
    floor = Column(Integer, CheckConstraint("floor <> 13"))
    code = Column(String(5))
    seats = Column(Integer)


class Booking(Base):
    __tablename__ = "bookings"

    id = Column(Integer, primary_key=True)
    building = Column(String(10), nullable=False)
    number = Column(Integer, nullable=False)
    during = Column(DATERANGE)
    starts = Column(Date)
    ends = Column(Date)
    kind = Column(String(10))

    __table_args__ = (
        ForeignKeyConstraint(
            ["building", "number"],
            ["rooms.building", "rooms.number"],
            name="fk_bookings_room",
            ondelete="CASCADE",
            onupdate="set null",
            deferrable=True,
            initially="DEFERRED",
            match="FULL",
        ),
        ExcludeConstraint((number, "="), (during, "&&"), name="no_overlap", using="gist", where=(kind == "fixed")),
        ExcludeConstraint(("building", "="), ("during", "&&")),
        CheckConstraint(starts <= ends),
        CheckConstraint(and_(number > 0, or_(kind.is_(None), kind.in_(["fixed", "open"]))), name="kind_known"),
        CheckConstraint(func.length(building) >= 2, name="building_length"),
        CheckConstraint(~kind.like("x%"), name="not_x"),
    )
