from sqlalchemy import Boolean, Column, Integer, String, text
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Stock(Base):
    __tablename__ = "stocks"

    id = Column(Integer, primary_key=True)
    symbol = Column(String(10), nullable=False, unique=True)
    active = Column(Boolean, nullable=False, server_default=text("1"))
