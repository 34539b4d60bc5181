from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Bill(Base):
    __tablename__ = "bills"
    __versioned__ = {}
    id = Column(Integer, primary_key=True)
    what = Column(String(200))
