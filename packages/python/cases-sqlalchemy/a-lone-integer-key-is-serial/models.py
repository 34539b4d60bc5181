from sqlalchemy import BigInteger, Column, Integer, SmallInteger, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Account(Base):
    __tablename__ = "accounts"

    id = Column(Integer, primary_key=True)
    name = Column(String(80), nullable=False)


class Event(Base):
    __tablename__ = "events"

    id = Column(BigInteger, primary_key=True)


class Level(Base):
    __tablename__ = "levels"

    id = Column(SmallInteger, primary_key=True)


class Country(Base):
    __tablename__ = "countries"

    code = Column(String(2), primary_key=True)


class Import(Base):
    __tablename__ = "imports"

    id = Column(Integer, primary_key=True, autoincrement=False)


class Numbered(Base):
    __tablename__ = "numbered"

    id = Column(Integer, primary_key=True, server_default="7")


class Assigned(Base):
    __tablename__ = "assigned"

    id = Column(Integer, primary_key=True, default=7)
