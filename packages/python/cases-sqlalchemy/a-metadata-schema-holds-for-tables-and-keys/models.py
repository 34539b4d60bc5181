from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table
from sqlalchemy.orm import declarative_base

metadata = MetaData(schema="market")
Base = declarative_base(metadata=metadata)


class Stock(Base):
    __tablename__ = "stocks"

    symbol = Column(String(12), primary_key=True)
    name = Column(String, index=True)


class Quote(Base):
    __tablename__ = "quotes"

    id = Column(Integer, primary_key=True)
    symbol = Column(ForeignKey("stocks.symbol"))
    archived = Column(ForeignKey("archive.old_stocks.symbol"))


old_stocks = Table("old_stocks", metadata, Column("symbol", String(20), primary_key=True), schema="archive")
