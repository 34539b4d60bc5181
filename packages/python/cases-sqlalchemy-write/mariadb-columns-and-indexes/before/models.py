from sqlalchemy import Column, Enum, Integer, String, Text, UniqueConstraint
from sqlalchemy.dialects.mysql import BIGINT
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Exchange(Base):
    __tablename__ = "exchanges"

    id = Column(BIGINT(unsigned=True), primary_key=True)
    name = Column(String(100), nullable=False)


class Stock(Base):
    __tablename__ = "stocks"
    __table_args__ = (UniqueConstraint("symbol", name="uq_stocks_symbol"),)

    id = Column(Integer, primary_key=True)
    symbol = Column(String(10), nullable=False)
    size = Column(Enum("small", "large"))
    notes = Column(Text)
