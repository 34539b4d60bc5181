from typing import Optional

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class Person(Base):
    __tablename__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "person"}


class Started:
    start: Mapped[Optional[int]] = mapped_column(use_existing_column=True)


class Engineer(Started, Person):
    language: Mapped[str] = mapped_column(String(20), nullable=True, index=True)
    __mapper_args__ = {"polymorphic_identity": "engineer"}


class Manager(Started, Person):
    level = Column(Integer)
    boss_id: Mapped[Optional[int]] = mapped_column(ForeignKey("people.id"))
    __mapper_args__ = {"polymorphic_identity": "manager"}


class Director(Manager):
    budget: Mapped[Optional[int]]
    __mapper_args__ = {"polymorphic_identity": "director"}
