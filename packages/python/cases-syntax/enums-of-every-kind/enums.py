import enum
from enum import Enum, IntEnum, StrEnum, auto
from django.db import models
from django.utils.translation import gettext_lazy as _

class Plain(Enum):
    RED = "r"
    CRIMSON = "r"
    BLUE = auto()
    _ignored = 1
    @property
    def hot(self):
        return self is Plain.RED
class Text(str, enum.Enum):
    OPEN = "open"
    SHUT = "shut"
class Number(IntEnum):
    ONE = 1
    TWO = auto()
class Lower(StrEnum):
    Mixed = auto()
class Named(Enum):
    def _generate_next_value_(name, start, count, last):
        return name
    North = auto()
class Status(models.TextChoices):
    ACTIVE = "a", _("Active")
    IN_PROGRESS = "p"
    __empty__ = _("(Unknown)")
class Level(models.IntegerChoices):
    LOW = 1, "Low"
    HIGH = 2, "High"
class Opaque(Enum):
    def __new__(cls, value):
        return object.__new__(cls)
    THING = 1
Functional = Enum("Functional", "a b")
Pairs = Enum("Pairs", [("x", 10), ("y", 20)], type=str)
member = Text.OPEN
value = Text.OPEN.value
text = f"{Status.ACTIVE}" + Text.SHUT
names = [m.name for m in Plain]
values = [m.value for m in Text]
choices = Status.choices
labels = Level.labels
level_values = Level.values
found = Text("open")
indexed = Plain["RED"]
longest = max(len(m.value) for m in Text)
is_same = Text.OPEN == "open"
check = "status IN (" + ", ".join("'%s'" % s for s in Text) + ")"
tuples = tuple((tag.name, tag.value) for tag in Number)
