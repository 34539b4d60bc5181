from functools import total_ordering

from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


def comparable(cls):
    cls.__eq__ = lambda self, other: self.id == other.id
    return cls


@total_ordering
@comparable
class Post(Base):
    __tablename__ = "posts"

    id = Column(Integer, primary_key=True)

    topic = Column(String(40), nullable=False)

    def __lt__(self, other):
        return self.id < other.id
