from sqlalchemy import BigInteger, Column, ForeignKey, Identity, Integer, Sequence, String, Table, text
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Plain(Base):
    __tablename__ = "plain"
    id = Column(Integer, primary_key=True)


class Big(Base):
    __tablename__ = "big"
    id = Column(BigInteger, primary_key=True)


class Never(Base):
    __tablename__ = "never"
    id = Column(Integer, primary_key=True, autoincrement=False)


class Child(Base):
    __tablename__ = "child"
    id = Column(Integer, ForeignKey("plain.id"), primary_key=True)


class Counted(Base):
    __tablename__ = "counted"
    __table_args__ = {"sqlite_autoincrement": True}
    id = Column(Integer, primary_key=True)
    name = Column(String(10))


class CountedChild(Base):
    __tablename__ = "counted_child"
    __table_args__ = {"sqlite_autoincrement": True}
    id = Column(Integer, ForeignKey("counted.id"), primary_key=True)


class Text(Base):
    __tablename__ = "text_key"
    code = Column(String(10), primary_key=True)


class Composite(Base):
    __tablename__ = "composite"
    a = Column(Integer, primary_key=True)
    b = Column(Integer, primary_key=True)


class Defaulted(Base):
    __tablename__ = "defaulted"
    id = Column(Integer, primary_key=True, server_default=text("7"))


class PythonDefault(Base):
    __tablename__ = "python_default"
    id = Column(Integer, primary_key=True, default=7)


class Identified(Base):
    __tablename__ = "identified"
    id = Column(Integer, Identity(), primary_key=True)
    other = Column(Integer, Identity(start=3))


class Sequenced(Base):
    __tablename__ = "sequenced"
    id = Column(Integer, Sequence("seq"), primary_key=True)


class OptionalSequence(Base):
    __tablename__ = "optional_sequence"
    id = Column(Integer, Sequence("other_seq", optional=True), primary_key=True)


without_rowid = Table(
    "without_rowid", Base.metadata, Column("id", Integer, primary_key=True), sqlite_with_rowid=False
)
