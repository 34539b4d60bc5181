from sqlalchemy import Column, DateTime, ForeignKey, Index, Integer, MetaData, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Dated:
    created = Column(DateTime)


class A(Dated, Base):
    __tablename__ = "a"
    id = Column(Integer, primary_key=True)
    x = Column(Integer)


class B(Dated, Base):
    __tablename__ = "b"
    id = Column(Integer, primary_key=True)
    a_id = Column(Integer, ForeignKey("a.id"))
    a = relationship("A", foreign_keys=[a_id])


for name in ("t1", "t2"):
    Table(name, Base.metadata, Column("id", Integer, primary_key=True))


class C(Base):
    __tablename__ = "c"
    __table_args__ = tuple(Index(n, "id") for n in ())
    id = Column(Integer, primary_key=True)
