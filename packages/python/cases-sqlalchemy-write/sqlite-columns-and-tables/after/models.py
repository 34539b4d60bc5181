from sqlalchemy import (
    JSON,
    REAL,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
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
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Stock(Base):
    __tablename__ = "stocks"

    id = Column(Integer, primary_key=True)
    symbol = Column(String(10), nullable=False, unique=True)
    active = Column(Boolean, nullable=False, server_default=text("1"))
    price = Column(Numeric(10, 2), nullable=True, server_default=text("0"))
    traded_at = Column(DateTime, nullable=True, server_default=func.now())
    volume = Column(BigInteger, nullable=True)
    data = Column(JSON, nullable=True)
    note = Column(Text(collation="nocase"), nullable=True)

    __table_args__ = (
        Index("ix_stocks_active", "symbol", sqlite_where=text("active = 1")),
        Index("ix_stocks_lower", text("lower(symbol)")),
    )


class Trade(Base):
    __tablename__ = "trades"

    id = Column(Integer, primary_key=True)
    stock_id = Column(
        Integer, ForeignKey("stocks.id", ondelete="CASCADE"), index=True, nullable=False
    )
    amount = Column(REAL, nullable=False)

    __table_args__ = (
        UniqueConstraint("stock_id", "amount"),
        CheckConstraint("amount > 0"),
    )
