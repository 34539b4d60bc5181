import re

from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase, declared_attr

CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


def resolve_table_name(name):
    names = re.split("(?=[A-Z])", name)
    return "_".join([x.lower() for x in names if x])


class Base(DeclarativeBase):
    id = Column(Integer, primary_key=True)


class BySplit:
    @declared_attr.directive
    def __tablename__(cls):
        return resolve_table_name(cls.__name__)


class ByFunction:
    @declared_attr.directive
    def __tablename__(cls):
        return re.sub(r"(?P<letter>[A-Z])", lambda m: "_" + m.group("letter").lower(), cls.__name__).lstrip("_")


class ByTemplate:
    @declared_attr.directive
    def __tablename__(cls):
        return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", re.sub("(.)([A-Z][a-z]+)", r"\g<1>_\2", cls.__name__)).lower()


class ByPattern:
    @declared_attr.directive
    def __tablename__(cls):
        return CAPITAL.sub("_", cls.__name__).lower() + "s"


class ByWords:
    @declared_attr.directive
    def __tablename__(cls):
        return "-".join(re.findall(r"[A-Z][a-z]*", cls.__name__))


class UserGroup(BySplit, Base): ...


class HTTPRequestLog(ByTemplate, Base): ...


class OrderLine(ByFunction, Base): ...


class DeliveryNote(ByPattern, Base): ...


class OldInvoice(ByWords, Base): ...
