from sqlalchemy import CheckConstraint, Column, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import declarative_base, declared_attr

Base = declarative_base()


class Scored:
    score = Column(Integer)
    __table_args__ = (CheckConstraint("score >= 0", name="score_not_negative"),)


class Game(Scored, Base):
    __tablename__ = "games"
    id = Column(Integer, primary_key=True)


class Match(Scored, Base):
    __tablename__ = "matches"
    id = Column(Integer, primary_key=True)
    code = Column(String)
    __table_args__ = Scored.__table_args__ + (UniqueConstraint("code"),)


class Season(Scored, Base):
    __tablename__ = "seasons"
    id = Column(Integer, primary_key=True)
    __table_args__ = {"comment": "No check here", "schema": "sport"}


class League(Scored, Base):
    __tablename__ = "leagues"
    id = Column(Integer, primary_key=True)

    @declared_attr
    def __table_args__(cls):
        own = (Index(f"ix_{cls.__tablename__}_score", "score"),)
        return (*Scored.__table_args__, *own, {"info": {"kind": "league"}})
