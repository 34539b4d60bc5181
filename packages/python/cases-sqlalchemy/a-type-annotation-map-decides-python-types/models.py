import datetime
import decimal
import enum
from typing import Any, Literal

from sqlalchemy import BigInteger, DateTime, Enum, Numeric, String, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, registry


class Mood(enum.Enum):
    happy = "h"
    sad = "s"


Size = Literal["small", "large"]

reg = registry(
    type_annotation_map={
        str: Text(),
        int: BigInteger,
        datetime.datetime: DateTime(timezone=True),
        decimal.Decimal: Numeric(10, 2),
        dict[str, Any]: JSONB,
        enum.Enum: Enum(enum.Enum, native_enum=False, length=20),
        bytes: String().with_variant(Text(), "postgresql"),
    }
)
Base = reg.generate_base()


class Thing(Base):
    __tablename__ = "things"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    short: Mapped[str] = mapped_column(String(9))
    made: Mapped[datetime.datetime]
    price: Mapped[decimal.Decimal]
    extra: Mapped[dict[str, Any]]
    mood: Mapped[Mood]
    size: Mapped[Size]
    raw: Mapped[bytes]
