import datetime
from decimal import Decimal
import uuid
from typing import Optional

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Computed,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Numeric,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    __table_args__ = (
        UniqueConstraint("email", name="uq_users_email"),
        CheckConstraint("age >= 0", name="age_positive"),
        Index("idx_users_seen", text("seen DESC"), postgresql_where=text("age > 18")),
        Index("idx_users_email_lower", text("lower(email)"), unique=True),
        Index(
            "idx_users_settings",
            "settings",
            postgresql_using="gin",
            postgresql_ops={"settings": "jsonb_path_ops"},
        ),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    email: Mapped[str] = mapped_column(Text)
    nickname: Mapped[Optional[str]]
    age: Mapped[int] = mapped_column(server_default="0")
    bio: Mapped[Optional[str]] = mapped_column(Text)
    balance: Mapped[Optional[Decimal]] = mapped_column(Numeric(12, 2))
    team_id: Mapped[Optional[int]] = mapped_column(
        ForeignKey("teams.id", ondelete="CASCADE")
    )
    settings: Mapped[dict] = mapped_column(JSONB, server_default="{}")
    seen: Mapped[Optional[datetime.datetime]] = mapped_column(
        DateTime(timezone=True), server_default=func.now()
    )
    token: Mapped[uuid.UUID] = mapped_column(server_default=text("gen_random_uuid()"))
    tags: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default="{}")
    metadata_: Mapped[Optional[dict]] = mapped_column("metadata", JSONB)
    loud: Mapped[Optional[str]] = mapped_column(
        Text, Computed("upper(email)", persisted=True)
    )


class Team(Base):
    __tablename__ = "teams"

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
