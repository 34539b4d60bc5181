from sqlalchemy import CheckConstraint, Column, Enum, ForeignKey, Index, Integer, MetaData, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.sql.naming import conv


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Author(Base):
    __tablename__ = "authors"

    id = Column(Integer, primary_key=True)
    first = Column(String, index=True)
    last = Column(String, unique=True)
    kind = Column(Enum("a", "b", name="author_kind", native_enum=False, create_constraint=True))

    __table_args__ = (
        UniqueConstraint("first", "last"),
        UniqueConstraint("first", "kind", name="written"),
        CheckConstraint("first <> last", name="differ"),
        CheckConstraint("last <> ''", name=conv("ck_final")),
        Index(None, "first", "last"),
    )


class Book(Base):
    __tablename__ = "books_with_a_table_name_that_makes_every_convention_too_long"

    id = Column(Integer, primary_key=True)
    author_id = Column(ForeignKey("authors.id"), index=True)
    second_author_id = Column(ForeignKey("authors.id", name="second"), unique=True)
