import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, MetaData, Table
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Plant(Base):
    __tablename__ = "plants"
    __table_args__ = {
        "comment": "What grows; it's green",
        "mysql_engine": "InnoDB",
        "mysql_row_format": "DYNAMIC",
        "mariadb_engine": "InnoDB",
        "sqlite_strict": False,
    }

    id = Column(sa.Integer, primary_key=True, comment="Its number")
    name = Column(sa.String(20), comment="As people call it")


metadata = MetaData(schema="garden")

beds = Table("beds", metadata, Column("id", sa.Integer, primary_key=True), Column("kind", sa.Enum("a", "b", name="kind")))
rows = Table(
    "rows",
    metadata,
    Column("id", sa.Integer, primary_key=True),
    Column("bed", sa.Integer, ForeignKey("garden.beds.id"), index=True),
    Column("elsewhere", sa.Integer, ForeignKey("store.shelves.id")),
)
shelves = Table("shelves", metadata, Column("id", sa.Integer, primary_key=True), schema="store")
