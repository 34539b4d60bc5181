from __future__ import annotations
import datetime
from datetime import date
from typing import Annotated, ClassVar, List, Literal, Optional, TYPE_CHECKING, Union
from sqlalchemy.orm import Mapped, mapped_column
if TYPE_CHECKING:
    from other import Other
name50 = Annotated[str, mapped_column(50)]
Alias = Optional[int]
type Modern = str | None
class Model:
    plain: int
    assigned: str = "x"
    optional: Mapped[Optional[str]]
    union: Mapped[str | None] = mapped_column()
    quoted: "Mapped[Optional['Model']]"
    inner: Mapped["Other"]
    unfound: Mapped["Nobody"]
    literal: Mapped[Literal["a", "b"]]
    carrier: Mapped[name50]
    alias: Mapped[Alias]
    modern: Mapped[Modern]
    date: Mapped[date]
    moment: Mapped[datetime.datetime]
    day: Mapped[date] = mapped_column()
    many: Mapped[List["Model"]]
    constant: ClassVar[int] = 3
    later: int
    later = 4
def typed(x: int) -> Optional[str]:
    return None
