import sqlalchemy as sa
from sqlalchemy import CheckConstraint, Column, ForeignKey, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Parent(Base):
    __tablename__ = "parents"

    a = Column(sa.Integer, primary_key=True)
    b = Column(sa.Integer, primary_key=True)
    c = Column(sa.Integer, unique=True)


class Child(Base):
    __tablename__ = "children"

    id = Column(sa.Integer, primary_key=True)
    c1 = Column(sa.Integer, CheckConstraint("c1 > 0"), ForeignKey("parents.c", ondelete="CASCADE"))
    c2 = Column(sa.Integer, ForeignKey("parents.c", ondelete="RESTRICT", onupdate="SET NULL"), unique=True)
    a = Column(sa.Integer)
    b = Column(sa.Integer)
    parent = Column(sa.Integer, ForeignKey("children.id", name="fk_self"))

    __table_args__ = (
        ForeignKeyConstraint(["a", "b"], ["parents.a", "parents.b"]),
        UniqueConstraint("a", "b"),
        UniqueConstraint("a", "c1"),
        CheckConstraint("a > 1"),
        CheckConstraint("b > 1"),
        sa.Index(None, "b"),
    )


Conventional = declarative_base(
    metadata=sa.MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
)


class Owner(Conventional):
    __tablename__ = "owners_of_things_that_have_a_rather_long_name"

    id = Column(sa.Integer, primary_key=True)
    code = Column(sa.String(10), unique=True)
    column_with_a_long_name = Column(sa.Integer, index=True)
    owner_id = Column(sa.Integer, ForeignKey("owners_of_things_that_have_a_rather_long_name.id"))

    __table_args__ = (CheckConstraint("code <> ''", name="code"),)
