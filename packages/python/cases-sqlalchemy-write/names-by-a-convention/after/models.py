import datetime

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Identity,
    Index,
    MetaData,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.schema import conv


class Base(DeclarativeBase):
    metadata = MetaData(
        schema='app',
        naming_convention={
            'ix': 'ix_%(column_0_label)s',
            'uq': 'uq_%(table_name)s_%(column_0_name)s',
            'ck': 'ck_%(table_name)s_%(constraint_name)s',
            'fk': 'fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s',
            'pk': 'pk_%(table_name)s',
        },
    )
    type_annotation_map = {str: Text}


class Owner(Base):
    __tablename__ = 'owners'

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class Pet(Base):
    __tablename__ = 'pets'
    __table_args__ = (
        UniqueConstraint('tag', name='one_tag'),
        CheckConstraint("name <> ''", name='named'),
        CheckConstraint("tag <> ''", name=conv('tagged')),
        Index('ix_app_pets_name', 'name'),
    )

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    name: Mapped[str | None]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey('app.owners.id'))
    vet_id: Mapped[int | None] = mapped_column(
        ForeignKey('app.owners.id', name='the_vet')
    )
    chip: Mapped[str | None] = mapped_column(unique=True)
    tag: Mapped[str | None]


class Visit(Base):
    __tablename__ = 'visits'

    pet_id: Mapped[int] = mapped_column(ForeignKey('app.pets.id'), primary_key=True)
    day: Mapped[datetime.date] = mapped_column(primary_key=True)
