"""Models of the service."""
from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    Numeric,
    String,
    func,
)
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Stock(Base):
    __tablename__ = 'stocks'

    # the key
    id = Column(Integer, primary_key=True)
    symbol = Column(String(10), unique=True, nullable=False)  # ticker
    name = Column(String(200), nullable=False)
    created_at = Column(DateTime(timezone=True), nullable=False, server_default=func.now())
    market_cap = Column(BigInteger, nullable=True)

    __table_args__ = (
        Index('idx_stocks_market_cap', 'market_cap'),
        Index('idx_stocks_name', 'name'),
    )

    def __repr__(self):
        return f'<Stock {self.symbol}>'


class Price(Base):
    __tablename__ = 'prices'

    stock_id = Column(Integer, ForeignKey('stocks.id'), primary_key=True)
    day = Column(Date, primary_key=True)
    price = Column(Numeric(12, 4), nullable=True)
