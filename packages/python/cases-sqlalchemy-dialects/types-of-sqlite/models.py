from sqlalchemy import Column
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Thing(Base):
    __tablename__ = "things"

    id = Column(sqlite.INTEGER, primary_key=True)
    big = Column(sqlite.SMALLINT)
    moment = Column(sqlite.DATETIME)
    digits = Column(
        sqlite.DATETIME(
            storage_format="%(year)04d%(month)02d%(day)02d%(hour)02d%(minute)02d%(second)02d",
            regexp=r"(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})",
        )
    )
    day = Column(sqlite.DATE(storage_format="%(month)02d/%(day)02d/%(year)04d"))
    day_digits = Column(sqlite.DATE(storage_format="%(year)04d%(month)02d%(day)02d"))
    clock = Column(sqlite.TIME)
    stamp = Column(sqlite.TIMESTAMP)
    name = Column(sqlite.VARCHAR(10))
    numeric = Column(sqlite.NUMERIC(10, 2))
    real = Column(sqlite.REAL)
    data = Column(sqlite.JSON)
    flag = Column(sqlite.BOOLEAN)
    blob = Column(sqlite.BLOB)
