from datetime import *
from typing import *

from sqlalchemy import *
from sqlalchemy.dialects.postgresql import *
from sqlalchemy.orm import *


class Base(DeclarativeBase):
    pass


class Visit(Base):
    __tablename__ = "visits"

    id = Column(Integer, primary_key=True)
    note: Mapped[Optional[str]]
    at: Mapped[datetime] = mapped_column(server_default=func.now())
    payload = Column(JSONB, nullable=False)
    address = Column(INET, CheckConstraint("address <> '0.0.0.0'", name="visits_address"))
