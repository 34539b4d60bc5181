import datetime

import sqlalchemy as sa
from sqlalchemy import Column, func, text
from sqlalchemy.dialects import mysql
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Setting(Base):
    __tablename__ = "settings"

    id = Column(sa.Integer, primary_key=True)
    constant = Column(sa.String(20), server_default="it's")
    slashed = Column(sa.String(20), server_default="a\\b")
    empty = Column(sa.String(20), server_default="", nullable=False)
    number = Column(sa.Integer, server_default=text("0"))
    number_text = Column(sa.Integer, server_default="5")
    negative = Column(sa.Integer, server_default=text("-5"))
    price = Column(sa.Numeric(8, 2), server_default="1.50")
    flag = Column(sa.Boolean, server_default=sa.true())
    unflag = Column(sa.Boolean, server_default=sa.false(), nullable=False)
    flag_text = Column(sa.Boolean, server_default="1")
    flag_sql = Column(sa.Boolean, server_default=text("0"))
    flag_word = Column(sa.Boolean, server_default=text("true"))
    now = Column(sa.DateTime, server_default=func.now())
    current = Column(sa.DateTime, server_default=func.current_timestamp())
    stamp = Column(sa.DateTime, server_default=text("CURRENT_TIMESTAMP"))
    day = Column(sa.Date, server_default="2024-01-01")
    literal = Column(sa.String(5), server_default=sa.literal("x"))
    none = Column(sa.String(5), server_default=text("NULL"))
    lowered = Column(sa.String(5), server_default=func.lower("ABC"))
    summed = Column(sa.Integer, server_default=text("(1 + 2)"))
    fetched = Column(sa.Integer, server_default=sa.FetchedValue())
    python_now = Column(sa.DateTime, default=datetime.datetime.utcnow)
    python_sql = Column(sa.DateTime, default=func.now(), onupdate=func.now())
    python_flag = Column(sa.Boolean, default=False)


class Precise(Base):
    __tablename__ = "precise"

    id = Column(sa.Integer, primary_key=True)
    stamp = Column(mysql.DATETIME(fsp=6), server_default=text("CURRENT_TIMESTAMP(6)"))
    called = Column(mysql.DATETIME(fsp=3), server_default=func.now(3))


class Updated(Base):
    __tablename__ = "updated"

    id = Column(sa.Integer, primary_key=True)
    stamp = Column(
        sa.TIMESTAMP, nullable=False, server_default=text("CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP")
    )
    plain = Column(sa.DateTime, server_default=text("CURRENT_TIMESTAMP"), server_onupdate=sa.FetchedValue())
