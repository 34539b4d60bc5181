from sqlalchemy import Column, Integer

from people import Base


class Room(Base):
    __tablename__ = "rooms"
    id = Column(Integer, primary_key=True)


def broken(:
    pass
