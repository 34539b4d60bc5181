"""Models of the service."""
from sqlalchemy import Column, DateTime, Integer, String, func
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Stock(Base):
    __tablename__ = 'stocks'

    # the key
    id = Column(Integer, primary_key=True)
    symbol = Column(String(10), unique=True, nullable=False)  # ticker
    name = Column(String(200), nullable=True)
    created_at = Column(DateTime(timezone=True), nullable=False, server_default=func.now())

    def __repr__(self):
        return f'<Stock {self.symbol}>'
