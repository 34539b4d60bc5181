from datetime import datetime

from sqlalchemy import Column, DateTime, ForeignKey, Index, Integer, String, UniqueConstraint, func
from sqlalchemy.orm import DeclarativeBase, Mapped, declarative_mixin, declared_attr, mapped_column, relationship


class Base(DeclarativeBase):
    pass


@declarative_mixin
class Timestamped:
    created = Column(DateTime, server_default=func.now(), nullable=False)
    updated: Mapped[datetime | None]


class Named:
    name: Mapped[str] = mapped_column(String(40), index=True)

    @declared_attr.directive
    def __tablename__(cls) -> str:
        return cls.__name__.lower() + "s"

    @declared_attr.directive
    def __table_args__(cls):
        return (
            UniqueConstraint("name", name=f"uq_{cls.__tablename__}_name"),
            Index("ix_%s_lower" % cls.__tablename__, func.lower(cls.name)),
            {"comment": "Named"},
        )


class Owned:
    @declared_attr
    def owner_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("users.id", name="fk_" + cls.__name__.lower() + "_owner"))

    @declared_attr
    def owner(cls):
        return relationship("User")

    @declared_attr
    def note(cls):
        return Column("owner_note", String(9))


class User(Timestamped, Base):
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)


class Project(Named, Owned, Timestamped, Base):
    id: Mapped[int] = mapped_column(primary_key=True)


class Task(Named, Owned, Base):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(90))


class Reference(Base):
    __tablename__ = "references"

    id = Column(Integer, primary_key=True)
    project = Column(ForeignKey(Project.id))
