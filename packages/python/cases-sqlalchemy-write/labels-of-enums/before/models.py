import enum

from sqlalchemy import Column, Enum, Integer
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class State(enum.Enum):
    DRAFT = "draft"
    DONE = "done"


class Person(Base):
    __tablename__ = "people"

    id = Column(Integer, primary_key=True)
    mood = Column(Enum("sad", "ok", name="mood"))
    state = Column(Enum(State), nullable=False)
