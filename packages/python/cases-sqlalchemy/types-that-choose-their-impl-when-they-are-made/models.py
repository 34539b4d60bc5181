from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Column, Integer, MetaData, String, Text, TypeDecorator, util
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention=util.immutabledict(
            {"ck": "ck_%(table_name)s_`%(constraint_name)s`", "pk": "pk_%(table_name)s"}
        )
    )


if TYPE_CHECKING:

    class Seen(Base):
        __tablename__ = "seen_by_checkers_only"
        id = Column(Integer, primary_key=True)


class Sized(TypeDecorator):
    impl = Text
    cache_ok = True

    def __init__(self, length):
        super().__init__()
        self.impl = String(length)


class Overwritten(TypeDecorator):
    impl = Text
    cache_ok = True

    def __init__(self):
        self.impl = Integer()
        super().__init__()


class Perhaps(TypeDecorator):
    impl = Text
    cache_ok = True

    def __init__(self, choices, impl=None):
        self.choices = choices
        if impl:
            self.impl = impl


class Item(Base):
    __tablename__ = "items"
    __table_args__ = (
        CheckConstraint("code <> ''", name="coded", _create_rule=lambda compiler: compiler.dialect.name == "oracle"),
    )

    id = Column(Integer, primary_key=True)
    code = Column(Sized(20))
    note = Column(Overwritten())
    kind = Column(Perhaps(["a"], impl=Integer()))
