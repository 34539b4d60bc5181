import datetime
from typing import Optional

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Numeric, String, func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from typing_extensions import Annotated

intpk = Annotated[int, mapped_column(primary_key=True)]
str30 = Annotated[str, 30]
str50 = Annotated[str, mapped_column(String(50), index=True)]
money = Annotated[float, mapped_column(Numeric(12, 2), CheckConstraint("price >= 0"), nullable=True, comment="EUR")]
timestamp = Annotated[
    datetime.datetime,
    mapped_column(DateTime(timezone=True), server_default=func.now()),
]
user_fk = Annotated[int, mapped_column(ForeignKey("users.id"))]


class Base(DeclarativeBase):
    type_annotation_map = {str30: String(30), int: BigInteger}


class User(Base):
    __tablename__ = "users"

    id: Mapped[intpk]
    name: Mapped[str50]
    nick: Mapped[Optional[str50]] = mapped_column(index=False)
    code: Mapped[str30]
    created: Mapped[timestamp]
    seen: Mapped[Optional[timestamp]] = mapped_column(server_default=None)


class Offer(Base):
    __tablename__ = "offers"

    id: Mapped[intpk]
    price: Mapped[money]
    count: Mapped[int]
    user_id: Mapped[user_fk]
    reviewer_id: Mapped[Optional[user_fk]] = mapped_column(unique=True)
