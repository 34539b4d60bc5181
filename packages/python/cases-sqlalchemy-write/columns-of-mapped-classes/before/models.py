from typing import Optional

from sqlalchemy import BigInteger, Identity, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    __table_args__ = (UniqueConstraint("email", name="uq_users_email"),)

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    email: Mapped[str] = mapped_column(Text)
    nickname: Mapped[Optional[str]]


class Team(Base):
    __tablename__ = "teams"

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
