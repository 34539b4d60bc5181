import datetime
import enum
import uuid

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class State(enum.Enum):
    ON = "on"
    OFF = "off"


def utc_now():
    return datetime.datetime.now(datetime.timezone.utc)


def compute():
    total = 0
    for number in range(int(uuid.getnode() % 7)):
        total += number
    return total


class Job(Base):
    __tablename__ = "jobs"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    created = sa.Column(sa.DateTime, default=datetime.datetime.utcnow)
    updated = sa.Column(sa.DateTime, default=utc_now, onupdate=utc_now)
    stamp = sa.Column(sa.DateTime, default=lambda: datetime.datetime.now())
    database = sa.Column(sa.DateTime, default=sa.func.now())
    count = sa.Column(sa.Integer, default=0)
    ratio = sa.Column(sa.Float, default=0.5)
    active = sa.Column(sa.Boolean, default=True)
    name = sa.Column(sa.String, default="it's")
    options = sa.Column(JSONB, default=dict)
    tags = sa.Column(sa.ARRAY(sa.String), default=list)
    fixed = sa.Column(JSONB, default={"a": 1})
    state = sa.Column(sa.Enum(State), default=State.ON)
    seed = sa.Column(sa.Integer, default=compute)
    nothing = sa.Column(sa.Integer, default=None)
    inserted: Mapped[int] = mapped_column(insert_default=3)
