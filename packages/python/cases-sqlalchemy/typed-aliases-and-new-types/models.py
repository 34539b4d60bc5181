import enum
from typing import Literal, NewType, Optional

from sqlalchemy import BigInteger, Integer, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from typing_extensions import Annotated

UserId = NewType("UserId", int)
Tiny = Annotated[str, 3]
MaybeText = Optional[str]
Level = Literal["low", "medium", "high"]


class Planet(enum.IntEnum):
    MERCURY = 1
    VENUS = 2


class Base(DeclarativeBase):
    type_annotation_map = {UserId: BigInteger, Tiny: String(3)}


class Visit(Base):
    __tablename__ = "visits"

    id: Mapped[int] = mapped_column(primary_key=True)
    user: Mapped[UserId]
    tiny: Mapped[Tiny]
    tiny_or_none: Mapped[Optional[Tiny]]
    text: Mapped[MaybeText]
    level: Mapped[Level]
    level_or_none: Mapped[Optional[Literal["a", "bb"]]]
    planet: Mapped[Planet]
    planets: Mapped[Optional[Planet]] = mapped_column(name="other_planet")
