import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey
from sqlalchemy.dialects import mysql, postgresql
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Known(Base):
    __tablename__ = "known"
    id = Column(sa.Integer, primary_key=True)


class Endless(Base):
    __tablename__ = "endless"
    id = Column(sa.Integer, primary_key=True)
    name = Column(sa.String)


class Arrays(Base):
    __tablename__ = "arrays"
    id = Column(sa.Integer, primary_key=True)
    items = Column(postgresql.ARRAY(sa.Integer))
    address = Column(postgresql.INET)


class Documents(Base):
    __tablename__ = "documents"
    id = Column(sa.Integer, primary_key=True)
    data = Column(postgresql.JSONB)


class Tiny(Base):
    __tablename__ = "tiny"
    id = Column(sa.Integer, primary_key=True)
    flag = Column(mysql.TINYINT(1))


class Deferred(Base):
    __tablename__ = "deferred"
    id = Column(sa.Integer, primary_key=True)
    known = Column(sa.Integer, ForeignKey("known.id", deferrable=True, initially="DEFERRED"))


class Matched(Base):
    __tablename__ = "matched"
    id = Column(sa.Integer, primary_key=True)
    known = Column(sa.Integer, ForeignKey("known.id", match="FULL"))


class NamedCheck(Base):
    __tablename__ = "named_check"
    id = Column(sa.Integer, primary_key=True)
    price = Column(sa.Integer, sa.CheckConstraint("price > 0", name="ck_price"))


class Expression(Base):
    __tablename__ = "expression"
    id = Column(sa.Integer, primary_key=True)
    name = Column(sa.String(10))


sa.Index("ix_expression", sa.func.lower(Expression.name))
