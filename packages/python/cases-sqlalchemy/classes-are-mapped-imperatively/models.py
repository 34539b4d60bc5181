from dataclasses import dataclass, field
from typing import Optional

from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import Mapped, mapped_column, registry, relationship

mapper_registry = registry()

user_table = Table(
    "user",
    mapper_registry.metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(50)),
)


class User:
    pass


mapper_registry.map_imperatively(User, user_table, properties={"addresses": relationship("Address")})


@mapper_registry.mapped
class Address:
    __tablename__ = "address"

    id = Column(Integer, primary_key=True)
    user_id = Column(Integer, ForeignKey("user.id"))


@mapper_registry.mapped_as_dataclass
class Phone:
    __tablename__ = "phone"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    number: Mapped[str] = mapped_column(String(30), default="none")
    kind: Mapped[Optional[str]] = mapped_column(default=None)


@mapper_registry.mapped
@dataclass
class Car:
    __table__ = Table(
        "car",
        mapper_registry.metadata,
        Column("id", Integer, primary_key=True),
        Column("plate", String(12), unique=True),
    )
    id: int = field(init=False)
    plate: Optional[str] = None


@mapper_registry.mapped
@dataclass
class Bike:
    __tablename__ = "bike"
    __sa_dataclass_metadata_key__ = "sa"

    id: int = field(init=False, metadata={"sa": Column(Integer, primary_key=True)})
    color: str = field(default="red", metadata={"sa": Column(String(10))})
