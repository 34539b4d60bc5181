from datetime import date

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    SmallInteger,
    String,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import TSTZRANGE, ExcludeConstraint
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Room(Base):
    __tablename__ = "room"
    __table_args__ = (CheckConstraint("seats >= 0"), {"comment": "Rooms that can be booked"})

    code = Column(String(16), primary_key=True, comment="As painted on the door")
    floor = Column(SmallInteger, nullable=False)
    seats = Column(SmallInteger, nullable=False)


class Guest(Base):
    __tablename__ = "guest"
    __table_args__ = (Index("guest_name_idx", "last_name", "first_name"),)

    id = Column(BigInteger, primary_key=True)
    first_name = Column(String(100), nullable=False)
    last_name = Column(String(100), nullable=False)
    phone = Column(String(32), nullable=False, server_default="")


class Booking(Base):
    __tablename__ = "booking"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="booking_ends_after_start"),
        CheckConstraint("kind = 'single' OR kind = 'group'", name="booking_kind_known"),
        ExcludeConstraint(("room_code", "="), ("during", "&&"), name="booking_no_overlap", using="gist"),
        UniqueConstraint(
            "guest_id", "starts_on", name="booking_one_a_day", deferrable=True, initially="DEFERRED"
        ),
        Index("booking_room_code_idx", "room_code"),
    )

    id = Column(BigInteger, primary_key=True)
    room_code = Column(String(16), ForeignKey("room.code", ondelete="RESTRICT"), nullable=False)
    guest_id = Column(ForeignKey("guest.id", ondelete="CASCADE"), nullable=False, index=True)
    during = Column(TSTZRANGE, nullable=False)
    starts_on = Column(Date, nullable=False)
    ends_on = Column(Date, nullable=False)
    kind = Column(String(10), nullable=False)
