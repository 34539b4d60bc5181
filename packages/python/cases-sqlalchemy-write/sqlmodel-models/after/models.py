import datetime
from decimal import Decimal
from typing import Optional

from sqlmodel import Field, SQLModel
from sqlalchemy import BigInteger, Column, DateTime, ForeignKey, func


class Hero(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(index=True)
    age: int = Field(sa_type=BigInteger)
    nick: Optional[str] = Field(default=None, max_length=30)
    rank: int = Field(index=True)
    joined: datetime.datetime = Field(
        sa_column=Column(
            DateTime(timezone=True), nullable=False, server_default=func.now()
        ),
    )
    wage: Optional[Decimal] = Field(default=None, max_digits=8, decimal_places=2)


class Team(SQLModel, table=True):
    __tablename__ = "team"

    id: Optional[int] = Field(default=None, primary_key=True)
    title: str = Field(unique=True, max_length=50)
    leader_id: Optional[int] = Field(
        default=None, foreign_key="hero.id", ondelete="SET NULL"
    )
