from __future__ import annotations

import datetime
import decimal
import uuid
from typing import ClassVar, List, Optional, Union

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Sample(Base):
    __tablename__ = "samples"

    kinds: ClassVar[list[str]] = []

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    maybe_text: Mapped[Optional[str]]
    whole: Mapped[int | None]
    ratio: Mapped[float]
    flag: Mapped[bool]
    amount: Mapped[Union[decimal.Decimal, None]]
    day: Mapped[datetime.date]
    moment: Mapped[datetime.datetime]
    clock: Mapped[datetime.time]
    span: Mapped[datetime.timedelta]
    blob: Mapped[bytes]
    key: Mapped[uuid.UUID]
    quoted: Mapped["Optional[str]"] = mapped_column(String(10))
    forced: Mapped[Optional[str]] = mapped_column(nullable=False)
    allowed: Mapped[str] = mapped_column(nullable=True)
    untyped = mapped_column(String(5))
    parts: Mapped[List[Part]] = relationship(back_populates="sample")


class Part(Base):
    __tablename__ = "parts"

    id: Mapped[int] = mapped_column(primary_key=True)
    sample_id: Mapped[int] = mapped_column(ForeignKey("samples.id"))
    sample: Mapped[Sample] = relationship(back_populates="parts")
