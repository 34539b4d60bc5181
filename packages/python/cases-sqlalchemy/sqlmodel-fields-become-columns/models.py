import enum
import uuid
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import List, Optional

from sqlalchemy import Column, Text, UniqueConstraint, func, DateTime
from pydantic import NaiveDatetime
from sqlmodel import Field, Relationship, SQLModel


class Rank(str, enum.Enum):
    low = "l"
    high = "h"


class HeroBase(SQLModel):
    name: str = Field(index=True, max_length=80)
    secret: str
    age: Optional[int] = Field(default=None, index=True)


class Team(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    title: str = Field(unique=True)
    heroes: List["Hero"] = Relationship(back_populates="team")


class Hero(HeroBase, table=True):
    __table_args__ = (UniqueConstraint("name", "secret"),)

    id: uuid.UUID = Field(default_factory=uuid.uuid4, primary_key=True)
    team_id: int | None = Field(default=None, foreign_key="team.id", ondelete="SET NULL")
    team: Optional[Team] = Relationship(back_populates="heroes")
    rank: Rank = Rank.low
    price: Decimal = Field(default=0, max_digits=8, decimal_places=2)
    story: str = Field(sa_column=Column("long_story", Text, nullable=False))
    body: str | None = Field(default=None, sa_type=Text)
    made: Optional[date] = Field(default=None, sa_column_kwargs={"server_default": func.current_date()})
    ratio: float = 0.5
    seen: datetime
    naive: NaiveDatetime
    lasts: timedelta | None = None
    clock: time | None = None
    raw: bytes | None = None
    alive: bool = True


class HeroPublic(HeroBase):
    id: uuid.UUID
