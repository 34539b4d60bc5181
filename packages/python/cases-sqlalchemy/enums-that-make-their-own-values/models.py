import enum

from sqlalchemy import Column, Enum, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class LabelledEnum(str, enum.Enum):
    def __new__(cls, value, label):
        made = str.__new__(cls, value)
        made._value_ = value
        made.label = label
        return made


class Status(LabelledEnum):
    ACTIVE = "active", "Active"
    GONE = "gone", "Gone"


class LinkType(int, enum.Enum):
    EVENT = 1
    SESSION = 2
    ROOM = 3


class LinkMixin:
    allowed = frozenset(LinkType)



class Link(LinkMixin, Base):
    __tablename__ = "links"
    allowed = LinkMixin.allowed - {LinkType.ROOM}

    id = Column(Integer, primary_key=True)
    status = Column(Enum(Status, values_callable=lambda kinds: [kind.value for kind in kinds]), nullable=False)
    if LinkType.EVENT in allowed:
        event = Column(String)
    if LinkType.ROOM in allowed:
        room = Column(String)
