from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table
from sqlalchemy.orm import DeclarativeBase, declarative_base

Legacy = declarative_base()


class Modern(DeclarativeBase):
    metadata = MetaData(schema="modern")


class Old(Legacy):
    __tablename__ = "things"
    id = Column(Integer, primary_key=True)


class New(Modern):
    __tablename__ = "things"
    id = Column(Integer, primary_key=True)
    name = Column(String)


loose = MetaData()
counters = Table("counters", loose, Column("name", String(20), primary_key=True), Column("value", Integer))
