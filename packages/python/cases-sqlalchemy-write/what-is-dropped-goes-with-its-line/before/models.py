from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Author(Base):
    __tablename__ = "authors"
    __table_args__ = (
        # several names in one city
        UniqueConstraint("name", "city", name="uq_name_city"),
        CheckConstraint("born > '1900-01-01'", name="born_late"),
        Index("idx_authors_city", "city"),
        Index("idx_authors_name_born", "name", "born"),  # for the report
    )

    id = Column(Integer, primary_key=True)
    name = Column(String(50), nullable=False)
    email = Column(String(100), unique=True)
    # where they live
    city = Column(String(50))
    born = Column(Date, index=True)


class Note(Base):
    __tablename__ = "notes"
    id = Column(Integer, primary_key=True)
    body = Column(Text)


class Book(Base):
    __tablename__ = "books"
    __table_args__ = (Index("idx_books_title", "title"),)

    id = Column(Integer, primary_key=True)
    title = Column(Text)
    author_id = Column(Integer, ForeignKey("authors.id"))
