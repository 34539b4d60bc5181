import enum

from sqlalchemy import Column, Enum, Integer
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class State(enum.Enum):
    DRAFT = "draft"
    REVIEWED = "reviewed"
    DONE = "done"


class Person(Base):
    __tablename__ = "people"

    id = Column(Integer, primary_key=True)
    mood = Column(Enum("sad", "meh", "ok", "happy", name="mood"))
    state = Column(Enum(State), nullable=False)
    shirt = Column(Enum("s", "m", name="size"), nullable=False, server_default="m")
    later_mood = Column(Enum("sad", "meh", "ok", "happy", name="mood"))
