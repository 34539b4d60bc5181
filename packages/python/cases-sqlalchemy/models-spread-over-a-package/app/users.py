from sqlalchemy.orm import Mapped, mapped_column

from .base import Base
from .kinds import Kind


class User(Base):
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Kind] = mapped_column(index=True)
