from __future__ import annotations

import datetime

from sqlalchemy import (
    TIMESTAMP,
    VARBINARY,
    BigInteger,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    func,
)
from sqlalchemy.dialects.mysql import MEDIUMINT, TINYINT
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    __table_args__ = (Index("ix_users_full_name", "display_name", mysql_length={"display_name": 10}),)

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(255), unique=True)
    display_name: Mapped[str | None] = mapped_column(String(50))
    visits: Mapped[int | None] = mapped_column(MEDIUMINT)


class Login(Base):
    __tablename__ = "logins"
    __table_args__ = (
        UniqueConstraint("user_id", "address", name="uq_logins"),
        {"comment": "Who came"},
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE", name="fk_logins_user")
    )
    address: Mapped[bytes] = mapped_column(VARBINARY(16))
    tries: Mapped[int] = mapped_column(TINYINT(unsigned=True), server_default="0")
    seen_at: Mapped[datetime.datetime] = mapped_column(
        TIMESTAMP, index=True, server_default=func.now()
    )
