from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Enum,
    ForeignKey,
    Index,
    Integer,
    Numeric,
    String,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.mysql import BIGINT, DATETIME, LONGTEXT, SET
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Exchange(Base):
    __tablename__ = "exchanges"

    id = Column(BIGINT(unsigned=True), primary_key=True)
    name = Column(String(100), nullable=False)


class Stock(Base):
    __tablename__ = "stocks"
    __table_args__ = (
        UniqueConstraint("symbol", name="uq_stocks_symbol"),
        Index("ix_stocks_notes", "notes", mysql_length={"notes": 20}),
        Index("ix_stocks_body", "body", mysql_prefix="FULLTEXT"),
        Index("ix_stocks_lower", text("(lower(symbol))")),
        UniqueConstraint("traded_at", "symbol", name="ux_stocks_traded"),
        CheckConstraint("price >= 0", name="ck_stocks_price"),
    )

    id = Column(Integer, primary_key=True)
    symbol = Column(String(12), nullable=False)
    size = Column(Enum("small", "medium", "large"))
    notes = Column(Text)
    market_cap = Column(BIGINT(unsigned=True))
    is_active = Column(Boolean, nullable=False, server_default="1")
    price = Column(Numeric(10, 2), nullable=False, server_default="0")
    traded_at = Column(DATETIME(fsp=6))
    created_at = Column(DateTime, nullable=False, server_default=func.now())
    body = Column(LONGTEXT)
    kind = Column(Enum("a", "it's"), nullable=False, server_default="a")
    flags = Column(SET("x", "y"))
    data = Column(JSON, comment="What came in")
    exchange_id = Column(
        BIGINT(unsigned=True),
        ForeignKey("exchanges.id", ondelete="CASCADE", name="fk_stocks_exchange"),
    )
