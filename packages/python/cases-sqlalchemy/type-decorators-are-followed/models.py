import json

from sqlalchemy import CHAR, BigInteger, Column, DateTime, Integer, Numeric, String, Text
from sqlalchemy.dialects.postgresql import JSONB, UUID
from sqlalchemy.ext.mutable import MutableDict, MutableList
from sqlalchemy.orm import declarative_base
from sqlalchemy.types import TypeDecorator, UserDefinedType

Base = declarative_base()


class UTCDateTime(TypeDecorator):
    impl = DateTime(timezone=True)
    cache_ok = True


class Lowercase(TypeDecorator):
    impl = String
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value.lower()


class GUID(TypeDecorator):
    impl = CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(UUID())
        else:
            return dialect.type_descriptor(CHAR(32))


class Payload(TypeDecorator):
    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(JSONB()) if dialect.name == "postgresql" else self.impl


class Cents(TypeDecorator):
    impl = Numeric
    cache_ok = True

    def __init__(self, digits=8):
        super().__init__(precision=digits, scale=2)


class Box(UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        return "BOX"


class Code(String):
    def __init__(self):
        super().__init__(12)


class BigId(BigInteger):
    pass


class Item(Base):
    __tablename__ = "items"

    id = Column(BigId, primary_key=True)
    guid = Column(GUID())
    at = Column(UTCDateTime)
    lower = Column(Lowercase(30))
    lower_any = Column(Lowercase)
    payload = Column(Payload)
    cents = Column(Cents)
    cents_10 = Column(Cents(digits=10))
    box = Column(Box)
    code = Column(Code)
    settings = Column(MutableDict.as_mutable(JSONB))
    notes = Column(MutableList.as_mutable(JSONB(astext_type=Text())), nullable=False)
