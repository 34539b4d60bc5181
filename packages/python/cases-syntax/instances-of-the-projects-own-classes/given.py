from dataclasses import dataclass, field

from framework import Base

import defaults
from defaults import derived, settings

length = settings.LENGTH
table = settings.TABLE
code = settings.CODE_LENGTH
other = settings.OTHER
called = settings.length()
named = settings.named("lines")
derived_table = derived.TABLE
extra = derived.extra
of_module = defaults.TABLE
has = hasattr(derived, "extra")


@dataclass
class Point:
    x: int
    y: int = 2
    tags: list = field(default_factory=list)


point = Point(1)
whole = (point.x, point.y, point.tags)
moved = Point(3, y=4).y


class Holder:
    kept = "of the class"


holder = Holder()
before = holder.kept
holder.kept = "of the instance"
after = holder.kept
absent = hasattr(holder, "missing")


class Unread(Base):
    shared = 1

    def __getattr__(self, name):
        if name == "Timestamp":
            return Point
        return super().__getattr__(name)


unread = Unread()
from_base = unread.shared
given = unread.Timestamp
not_given = unread.Column
