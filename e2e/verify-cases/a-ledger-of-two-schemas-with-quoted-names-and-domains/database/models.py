from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Optional

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index, MetaData, Numeric, String, Text
from sqlalchemy.dialects.postgresql import INET, JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.sql import func

Money = Annotated[Decimal, mapped_column(Numeric(14, 2))]
Key = Annotated[int, mapped_column(BigInteger, primary_key=True)]


class Base(DeclarativeBase):
    metadata = MetaData(schema="ledger")


class Account(Base):
    __tablename__ = "Account"

    id: Mapped[Key]
    iban: Mapped[str] = mapped_column(String(34), unique=True)
    owner: Mapped[str] = mapped_column("ownerName", String(80))
    currency: Mapped[str] = mapped_column(String(3))
    opened: Mapped[date]
    limit: Mapped[Optional[Money]]


class Entry(Base):
    __tablename__ = "Entry"
    __table_args__ = (
        Index(None, "accountId"),
        Index("entry_parent", "parentId"),
    )

    id: Mapped[Key]
    account_id: Mapped[int] = mapped_column("accountId", ForeignKey("ledger.Account.id"))
    parent_id: Mapped[Optional[int]] = mapped_column("parentId", ForeignKey("Entry.id"))
    amount: Mapped[Money]
    booked_at: Mapped[datetime] = mapped_column("bookedAt", DateTime(timezone=True))
    reference: Mapped[str] = mapped_column(Text)


class AuditEvent(Base):
    __tablename__ = "event"
    __table_args__ = ({"schema": "audit"},)

    id: Mapped[Key]
    happened_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    actor: Mapped[Optional[str]] = mapped_column(INET)
    payload: Mapped[dict[str, Any]] = mapped_column(JSONB)


Index("event_recent", AuditEvent.happened_at.desc())
